// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>
#include <QStringList>

#include "models/base/place.h"
#include "models/timeline/density.h"
#include "models/timeline/rangeindex.h"
#include "models/timeline/timerange.h"
#include "models/timeline/timetext.h"

namespace whittle
{

/// What something on the timeline means; the painter chooses the colour.
enum class SceneClass { Neutral, Good, Warning, Bad };

/// The form of a mark says what happened, so that it is never told by colour alone.
enum class MarkShape {
    Tick, ///< anything that is not worth more
    Dot, ///< went well: a lease renewed
    Triangle, ///< refused
    Circle, ///< reset or restarted
    Square, ///< connection or answer lost
    Diamond, ///< alarm, boot, moved, end without a known reason
};

struct SceneMark {
    CaseTime at;
    MarkShape shape = MarkShape::Tick;
    SceneClass severity = SceneClass::Neutral;
    std::string kind; ///< of the event; empty for the end of a bar that no event shows
    QString text; ///< what happened: "DHCPNAK: renewal refused"
    std::optional<EventRef> ref;
};

/// How a bar ends (and begins): seen to, or only cut because nobody looked.
enum class BarEdge { Seen, Unseen };

/// A registration or a lease; only where it was seen.
struct SceneBar {
    CaseTime from;
    CaseTime to;
    BarEdge left = BarEdge::Seen;
    BarEdge right = BarEdge::Seen;
    SceneClass ending = SceneClass::Neutral; ///< Neutral: still open, or ended in order
    QString label; ///< "registered · cucm-sub", "lease 72 h"
    QString brief; ///< where the label does not fit: "registered"
    QString text; ///< for the tooltip, with how it ended
    double share = 1; ///< of the phones of a folded lane
    std::optional<EventRef> beganAt;
    std::optional<EventRef> endedAt;
};

enum class LeaseMoment { T1, T2, Expiry };

struct LeaseTick {
    CaseTime at;
    LeaseMoment moment = LeaseMoment::T1;
    QString label; ///< "T1"
};

struct NtpPoint {
    CaseTime at;
    double offsetSeconds = 0;
    EventRef ref;
};

/// The offset of one client's clock to one server over time.
struct NtpCurve {
    std::vector<NtpPoint> points; ///< by time
    double low = 0; ///< of the scale, in seconds; low < high
    double high = 0;
    SceneClass severity = SceneClass::Good; ///< of the largest offset
    QString lowLabel; ///< "− 5 ms"
    QString highLabel;
};

struct LaneLine {
    QString text;
    SceneClass severity = SceneClass::Neutral;
};

/// Something that kept a source from showing what happened for a while.
struct SceneLimit {
    TimeRange span;
    QString text;
};

struct SceneLane {
    enum class Kind { Device, Fold, Ntp, Source };

    Kind kind = Kind::Device;
    std::string id; ///< the device's name; "fold:devices"; "ntp:CLIENT>SERVER"; "source:PATH"
    QString title;
    std::vector<LaneLine> lines; ///< under the title
    bool suffers = false;
    bool expanded = false; ///< of a Fold: what it holds is shown below it
    double height = 62; ///< in units of the layout

    std::vector<SceneBar> registrations; ///< by beginning
    std::vector<SceneBar> leases; ///< by beginning
    std::vector<LeaseTick> leaseTicks; ///< by time
    std::vector<SceneMark> renewals; ///< by time
    std::vector<SceneMark> marks; ///< by time: those worth looking at
    std::vector<SceneMark> minor; ///< by time: everything else
    std::vector<TimeRange> unseen; ///< by time, disjoint: where nothing could have shown this lane's device
    std::vector<SceneLimit> limits; ///< of the sources that tell of it
    NtpCurve ntp;
    std::vector<SceneBar> covered; ///< by beginning: when a source could have shown something
    std::vector<TimeRange> incomplete; ///< of that, by time: where it could not have shown all

    RangeIndex registrationIndex;
    RangeIndex leaseIndex;
    RangeIndex unseenIndex;
    RangeIndex coveredIndex;
};

/// Where F stops: an event that a finding cites.
struct FindingStop {
    CaseTime at;
    EventRef ref;
    SceneClass severity = SceneClass::Warning;
};

/// Lines in equal steps that the refusals fit: "36 h grid: half of the 72 h lease".
struct PeriodGrid {
    CaseTime origin;
    Nanoseconds step{};
    QString caption;
};

struct SceneSelection {
    EventRef ref;
    CaseTime time;
};

/// The timeline as a value: what there is, and how it is looked at. Made by buildScene(), painted by
/// widgets/figures.
struct TimelineScene {
    std::vector<SceneLane> lanes;
    /// What each source covers, or, where they are many, all of them together; for the strips under the axis.
    /// Empty where the lanes show nothing else.
    std::vector<SceneLane> coverage;
    std::vector<TimeRange> unseen; ///< where no source at all could have shown anything
    std::vector<SceneLimit> limits; ///< of all sources
    std::vector<FindingStop> stops; ///< by time
    std::optional<PeriodGrid> period;
    OverviewDensity density;
    TimeRange whole;
    TimeRange opening; ///< what is looked at first
    QString emptyText; ///< shown instead, when there is nothing to draw

    TimeText times = TimeText();
    TimeRange visible;
    std::optional<SceneSelection> selection;
    std::optional<std::size_t> selectedLane;
    std::optional<CaseTime> cursor;
    std::optional<TimeRange> marked; ///< a range that is being selected
    double scroll = 0; ///< of the lanes, in units of the layout
    bool onScreen = false; ///< with handles; and lanes may be cut by the lower edge, as they can be scrolled
    QString heading; ///< above the overview; with an empty heading and hint there is no such row on screen
    QString hint;

    bool isEmpty() const { return lanes.empty(); }
};

/// Marks of `marks` (sorted by time) within `range`, as positions [first, second).
std::pair<std::size_t, std::size_t> marksIn(const std::vector<SceneMark>& marks, const TimeRange& range);

} // namespace whittle
