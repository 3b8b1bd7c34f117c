// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace whittle::test
{

/// While it lives, this thread and the threads and programs that it starts may no more than the modes of
/// files allow, also when the tests run as root (capabilities(7): DAC_OVERRIDE and DAC_READ_SEARCH are put
/// aside, and a program that root starts gets none). For anybody else it changes nothing.
class Unprivileged
{
public:
    Unprivileged()
    {
        ::syscall(SYS_capget, &m_header, m_before);
        __user_cap_data_struct less[2] = {m_before[0], m_before[1]};
        less[0].effective &= ~((1U << CAP_DAC_OVERRIDE) | (1U << CAP_DAC_READ_SEARCH));
        ::prctl(PR_SET_SECUREBITS, m_bitsBefore | SECBIT_NOROOT);
        ::syscall(SYS_capset, &m_header, less);
    }
    ~Unprivileged()
    {
        ::syscall(SYS_capset, &m_header, m_before);
        ::prctl(PR_SET_SECUREBITS, m_bitsBefore);
    }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

private:
    __user_cap_header_struct m_header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct m_before[2] = {};
    const int m_bitsBefore = ::prctl(PR_GET_SECUREBITS);
};

} // namespace whittle::test
