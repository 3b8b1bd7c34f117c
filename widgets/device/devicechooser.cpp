// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/device/devicechooser.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

#include "models/report/visibletext.h"

namespace whittle
{

namespace
{

/// "SEP001E7A24429A · 10.2.16.37"
QString described(const DeviceHistory& device)
{
    const QString name = visibleText(std::string_view(device.name));
    return device.addresses.empty()
        ? name
        : name + QStringLiteral(" · ") + QString::fromStdString(toText(device.addresses.back()));
}

} // namespace

DeviceChooser::DeviceChooser(QWidget* parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(16);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(27);
    setAccessibleName(tr("Device"));
    lineEdit()->setAccessibleName(tr("Find a device by name or address"));
    lineEdit()->setPlaceholderText(tr("Name or address"));
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(this, &QComboBox::activated, this, &DeviceChooser::choose);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &DeviceChooser::leaveTyping);
}

void DeviceChooser::setDevices(const std::vector<DeviceHistory>& devices)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const DeviceHistory& device : devices)
        addItem(described(device), QString::fromStdString(device.name));
}

void DeviceChooser::setDevice(const std::string& name)
{
    const QSignalBlocker quiet(this);
    if (const int index = findData(QString::fromStdString(name)); index >= 0)
        setCurrentIndex(index);
}

void DeviceChooser::beginTyping()
{
    setFocus(Qt::ShortcutFocusReason);
    lineEdit()->selectAll();
}

void DeviceChooser::choose(int index)
{
    if (index >= 0)
        Q_EMIT chosen(itemData(index).toString());
}

/// What was typed in part means the first device that has it; what no device has means none, and the shown
/// one stays.
void DeviceChooser::leaveTyping()
{
    const QString typed = currentText();
    if (currentIndex() >= 0 && typed == itemText(currentIndex()))
        return;
    const int found = typed.isEmpty() ? -1 : findText(typed, Qt::MatchContains);
    if (found >= 0) {
        setCurrentIndex(found);
        choose(found);
    }
    setEditText(itemText(currentIndex()));
}

} // namespace whittle
