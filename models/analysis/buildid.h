// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/base/bytes.h"

namespace whittle
{

/// Which build of Whittle is running: the identifier that the linker made of its contents, in hexadecimal. It
/// changes with the code and nobody has to think of it. Empty where the program has none.
std::string buildId();

/// The identifier in the notes of an ELF file (System V ABI, "Note Section": name size, descriptor size and
/// type of 4 bytes each, then both, padded to 4); empty when no note is it.
std::string buildIdIn(Bytes notes);

} // namespace whittle
