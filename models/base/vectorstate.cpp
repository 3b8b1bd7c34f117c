// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/vectorstate.h"

namespace whittle
{

#ifdef __x86_64__

namespace
{

__attribute__((target("avx"))) void zeroUpperHalves()
{
    __builtin_ia32_vzeroupper();
}

} // namespace

void releaseVectorState()
{
    if (__builtin_cpu_supports("avx"))
        zeroUpperHalves();
}

#else

void releaseVectorState() { }

#endif

} // namespace whittle
