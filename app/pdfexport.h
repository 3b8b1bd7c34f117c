// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>

#include "widgets/session/worker.h"
#include "widgets/shell/mainwindow.h"

namespace whittle
{

/// Writes the findings report.
///
/// The picture of the timeline is drawn by QtCharts, which lives on the main thread: it is recorded there
/// into a QPicture (a few milliseconds, and it stays vectors). Laying out and writing the pages, which takes
/// longer, is done on a thread of its own, where the recording is played back.
class PdfExport : public QObject
{
    Q_OBJECT

public:
    /// The words must outlive it.
    explicit PdfExport(const Words& words, QObject* parent = nullptr)
        : QObject(parent)
        , m_words(words)
    {
    }

    void write(const AnalysisPtr& analysis, const TimeText& times, const QString& path,
               const std::function<void(Result<void>)>& done);

private:
    const Words& m_words;
    Worker m_worker;
};

} // namespace whittle
