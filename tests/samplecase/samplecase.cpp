// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/samplecase.h"

#include "tests/samplecase/capturefile.h"
#include "tests/samplecase/evidence.h"
#include "tests/samplecase/site.h"
#include "tests/samplecase/story.h"

#include <fstream>

namespace samplecase
{

SampleCase makeSampleCase()
{
    Story story;
    story.play();
    const Bytes capture = CaptureFile(site::captureClock).render(story.record().frames);
    return {{{site::captureFile, {capture.begin(), capture.end()}},
             {site::consoleFile, consoleText(story.record())},
             {site::traceFile, traceText(story.record())},
             {site::statusFile, story.ntpStatus()}},
            truthText(story.record())};
}

bool writeFile(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), std::streamsize(bytes.size()));
    return bool(file.flush());
}

} // namespace samplecase
