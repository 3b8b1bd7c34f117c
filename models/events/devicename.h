// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/base/address.h"

namespace whittle
{

/// What a device is by the name that it has in CallManager.
enum class DeviceClass {
    Phone, ///< SEP and the twelve digits of its MAC
    AnalogAdapter, ///< ATA and the twelve digits of its MAC
    SoftClient, ///< Jabber (CSF, TCT, BOT, TAB) and IP Communicator (CIPC): a program on somebody's computer
    MediaResource, ///< MTP_2, CFB_2, ANN_2, MOH_2 (the number of the node), XCODE…
    Gateway, ///< S0/SU1/DS1-0@router, AALN/S0/SU1/0@router
    Other, ///< trunks, CTI ports, route points: their names are whatever the administrator liked
};

/// By the naming rules of CallManager (Cisco Unified Communications Manager Administration Guide, "Device
/// name" of each kind of device). A name that merely looks like one, with other than twelve digits, is Other.
DeviceClass classOf(std::string_view name);

/// What stands on a desk or wall and has to stay registered: phones and analogue adapters. A soft client goes
/// whenever its user closes it, a media resource belongs to a server: that they go is nothing that phones
/// suffer from.
bool isPhone(std::string_view name);

/// The MAC in the name of a phone or an analogue adapter.
std::optional<Mac> macOfDevice(std::string_view name);

/// "sep001e7a24429a" and "SEP001E7A24429A" are one phone: CallManager writes upper case. Names without a MAC
/// stay as they are.
std::string canonicalName(std::string_view name);

} // namespace whittle
