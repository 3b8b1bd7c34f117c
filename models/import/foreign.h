// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/base/bytes.h"

namespace whittle
{

/// What a file is that no format of ours reads, and what to do with it, by its magic number: "a PDF document;
/// save the text in it". Empty when nobody knows.
std::string_view foreignKind(Bytes head);

} // namespace whittle
