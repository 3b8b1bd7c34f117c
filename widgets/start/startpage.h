// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QStringList>
#include <QWidget>

#include "models/report/words.h"
#include "widgets/figures/theme.h"

class QFrame;
class QLabel;
class QMimeData;
class QPushButton;
class QVBoxLayout;

namespace whittle
{

/// A case that was open before.
struct RecentCase {
    QString path;
    bool exists = true;
};

/// What is shown while no case is open: a place to drop evidence, the cases of before, and the symptoms in
/// the words people use.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    /// The words must outlive the page.
    explicit StartPage(const Words& words, QWidget* parent = nullptr);

    void setRecent(const std::vector<RecentCase>& recent);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void openCaseRequested();
    void addEvidenceRequested();
    void sampleRequested();
    void recentChosen(const QString& path);
    void symptomChosen(const QString& symptom);
    void filesDropped(const QStringList& paths);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeHeader();
    QFrame* makeDropArea();
    QWidget* makeRecent();
    QWidget* makeSymptoms();
    void setHot(bool hot);

    const Words& m_words;
    QLabel* m_mark = nullptr;
    QLabel* m_dropIcon = nullptr;
    QFrame* m_dropArea = nullptr;
    QPushButton* m_openCase = nullptr;
    QPushButton* m_addEvidence = nullptr;
    QPushButton* m_sample = nullptr;
    QVBoxLayout* m_recentRows = nullptr;
};

/// The local files and folders among what is dragged; empty when there is none.
QStringList droppedFiles(const QMimeData& data);

} // namespace whittle
