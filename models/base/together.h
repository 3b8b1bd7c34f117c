// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <future>
#include <optional>
#include <thread>
#include <vector>

#include "models/base/vectorstate.h"

namespace whittle
{

/// Runs both at once, and returns when both are done. They must not write what the other one uses. Where no
/// thread can be had they run one after the other. What one of them throws is thrown again.
template <typename First, typename Second>
void together(const First& first, const Second& second)
{
    auto other = std::async(std::launch::async | std::launch::deferred, [&] {
        releaseVectorState();
        second();
    });
    first();
    other.get();
}

/// In how many parts as many things are worked on at once.
inline std::size_t partsOf(std::size_t count, std::size_t worthAThread)
{
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    return std::clamp<std::size_t>(count / worthAThread, 1, processors);
}

/// Parts `count` things among the processors: `work(from, to)` for each part, at once. What one part does
/// must not depend on another. `worthAThread`: so many of them take longer than it takes to start a thread.
template <typename Work>
void inParts(std::size_t count, const Work& work, std::size_t worthAThread = 16)
{
    const std::size_t parts = partsOf(count, worthAThread);
    const auto begin = [&](std::size_t part) { return count * part / parts; };
    std::vector<std::future<void>> others;
    for (std::size_t part = 1; part < parts; ++part)
        others.push_back(std::async(std::launch::async | std::launch::deferred, [&, part] {
            releaseVectorState();
            work(begin(part), begin(part + 1));
        }));
    work(begin(0), begin(1));
    for (std::future<void>& other : others)
        other.get();
}

/// The same, where each part makes something, `make(from, to)`: what they made, in the order of the parts.
template <typename Make>
auto madeInParts(std::size_t count, const Make& make, std::size_t worthAThread)
{
    const std::size_t parts = partsOf(count, worthAThread);
    std::vector<std::optional<decltype(make(count, count))>> made(parts);
    inParts(
        parts,
        [&](std::size_t from, std::size_t to) {
            for (std::size_t part = from; part < to; ++part)
                made[part].emplace(make(count * part / parts, count * (part + 1) / parts));
        },
        1);
    return made;
}

} // namespace whittle
