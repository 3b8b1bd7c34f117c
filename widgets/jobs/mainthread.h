// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace whittle
{

/// Calls on the main thread, through the event loop; from any thread. Not at all when `guard` has expired by
/// then: whoever is to be called holds the pointer to it, and lets go of it on the main thread.
void callOnMainThread(std::weak_ptr<const void> guard, std::function<void()> call);

} // namespace whittle
