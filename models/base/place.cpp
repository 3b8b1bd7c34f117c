// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/place.h"

namespace whittle
{

std::string toText(Place place)
{
    switch (place.unit) {
    case PlaceUnit::Frame:
        return "frame " + std::to_string(place.number);
    case PlaceUnit::Line:
        return "line " + std::to_string(place.number);
    case PlaceUnit::Offset:
        break;
    }
    return "offset " + std::to_string(place.number);
}

} // namespace whittle
