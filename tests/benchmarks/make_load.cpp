// SPDX-License-Identifier: GPL-3.0-or-later
// make_load mixed|signalling|trace SIZE FILE: a file of that size (100M, 1G, 5000000); what is in it, one
// "kind<tab>count" a line, goes to stdout.
#include <cstdio>
#include <memory>

#include "tests/benchmarks/loads.h"

using namespace whittle::benchmark;

int main(int argc, char** argv)
{
    const auto load = argc == 4 ? makeLoad(argv[1], sizeFromText(argv[2])) : nullptr;
    if (!load) {
        std::fputs("usage: make_load mixed|signalling|trace SIZE FILE\n", stderr);
        return 2;
    }
    std::FILE* file = std::fopen(argv[3], "wb");
    if (!file) {
        std::perror(argv[3]);
        return 1;
    }
    constexpr std::size_t blockBytes = std::size_t{1} << 20;
    std::string block;
    bool written = true;
    for (bool more = true; more && written;) {
        more = load->more(block);
        if (block.size() >= blockBytes || !more) {
            written = std::fwrite(block.data(), 1, block.size(), file) == block.size();
            block.clear();
        }
    }
    if (std::fclose(file) != 0 || !written) {
        std::perror(argv[3]);
        return 1;
    }
    for (const auto& [kind, count] : load->counts())
        std::printf("%s\t%llu\n", kind.c_str(), static_cast<unsigned long long>(count));
    return 0;
}
