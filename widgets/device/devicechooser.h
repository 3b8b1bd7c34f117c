// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QComboBox>

#include "models/analysis/analysis.h"

namespace whittle
{

/// All devices of a case, those that suffer first. What is typed is looked for anywhere in names and
/// addresses.
class DeviceChooser : public QComboBox
{
    Q_OBJECT

public:
    explicit DeviceChooser(QWidget* parent = nullptr);

    /// Emits nothing.
    void setDevices(const std::vector<DeviceHistory>& devices);
    /// Emits nothing; without effect where there is no such device.
    void setDevice(const std::string& name);
    /// Puts the cursor into it, to type over what it shows.
    void beginTyping();

Q_SIGNALS:
    void chosen(const QString& device);

private:
    void choose(int index);
    void leaveTyping();
};

} // namespace whittle
