// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace whittle
{

/// Tells the processor that nobody needs the upper halves of this thread's vector registers. What a library
/// leaves there makes it save and restore them whenever older instructions (all of ours) follow newer ones
/// (memcpy and its like): 80 ns each time, and a thread inherits it from the one that starts it. To be called
/// where many small steps begin; it costs next to nothing (Intel, Optimization Reference Manual, "Mixing
/// Intel AVX code and legacy SSE").
void releaseVectorState();

} // namespace whittle
