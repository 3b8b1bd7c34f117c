// SPDX-License-Identifier: GPL-3.0-or-later
// make_sample_case EVIDENCE-FOLDER TRUTH-FOLDER: writes the sample case's four evidence files and its
// truth.json.
#include "tests/samplecase/samplecase.h"

#include <cstdio>

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::fputs("usage: make_sample_case EVIDENCE-FOLDER TRUTH-FOLDER\n", stderr);
        return 2;
    }
    const auto sample = samplecase::makeSampleCase();
    const std::filesystem::path evidence = argv[1], truth = argv[2];
    bool written = samplecase::writeFile(truth / "truth.json", sample.truth);
    for (const auto& [name, bytes] : sample.evidence)
        written = samplecase::writeFile(evidence / name, bytes) && written;
    if (!written)
        std::fputs("make_sample_case: cannot write into these folders\n", stderr);
    return written ? 0 : 1;
}
