// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/mainthread.h"

#include <QCoreApplication>

namespace whittle
{

void callOnMainThread(std::weak_ptr<const void> guard, std::function<void()> call)
{
    QCoreApplication* application = QCoreApplication::instance();
    if (!application)
        return; // a thread that was left behind has outlived it
    const auto guarded = [guard = std::move(guard), call = std::move(call)] {
        if (const auto alive = guard.lock())
            call();
    };
    QMetaObject::invokeMethod(application, guarded, Qt::QueuedConnection);
}

} // namespace whittle
