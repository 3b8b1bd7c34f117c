// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/visibility.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "models/analysis/visibilityrules.h"

namespace whittle
{

namespace
{

using KindCounts = std::map<std::string, std::uint64_t>;

/// With which nodes of CUCM a source has to do: the one that wrote it, or those with which it shows phones
/// registered.
class Nodes
{
public:
    explicit Nodes(const Understanding& known)
    {
        std::map<std::string, std::string> hosts; // by address
        for (const AnalysedSource& source : known.sources) {
            const SourceOrigin& origin = source.row.origin;
            if (!origin.host.empty() && !origin.address.empty())
                hosts[origin.address] = origin.host;
        }
        const auto nameOf = [&](const std::string& address) {
            const auto host = hosts.find(address);
            return host == hosts.end() ? address : host->second;
        };
        for (const DeviceHistory& device : known.devices) {
            for (const Registration& registration : device.registrations) {
                if (!registration.node.address.isSet())
                    continue;
                const std::string node = nameOf(toText(registration.node.address));
                addAll(registration.seenBy, node);
                addAll(registration.aliveIn, node);
            }
        }
        for (const AnalysedSource& source : known.sources) {
            const SourceOrigin& origin = source.row.origin;
            const std::string node = origin.host.empty() ? nameOf(origin.address) : origin.host;
            if (origin.application == "CCM" && !node.empty())
                m_of[source.row.id] = {node};
        }
        for (const auto& [source, nodes] : m_of)
            m_all.insert(nodes.begin(), nodes.end());
    }

    /// {""} where it is not told, or where there are no several to tell apart.
    std::set<std::string> of(SourceId source) const
    {
        const auto found = m_of.find(source);
        return m_all.size() < 2 || found == m_of.end() ? std::set<std::string>{{}} : found->second;
    }

private:
    void addAll(const std::vector<SourceId>& sources, const std::string& node)
    {
        for (const SourceId source : sources)
            m_of[source].insert(node);
    }

    std::map<SourceId, std::set<std::string>> m_of;
    std::set<std::string> m_all;
};

Passes passesOf(const AnalysedSource& source, Traffic traffic)
{
    Passes passes = Passes::All;
    for (const CoverageLimit& limit : source.row.limits) {
        if (limit.id == "limit.filter" && !limit.arguments.empty())
            passes = std::min(passes, whatPasses(limit.arguments.front(), traffic));
        else if (limit.id == "limit.filter-share")
            passes = std::min(passes, Passes::Some);
    }
    return passes;
}

/// Its capture filter lets all of that traffic pass, and not everything.
bool isMadeFor(const AnalysedSource& source, Traffic traffic)
{
    constexpr Traffic others[] = {Traffic::Registrations, Traffic::Dhcp, Traffic::Ntp, Traffic::Arp};
    return passesOf(source, traffic) == Passes::All && std::ranges::any_of(others, [&](Traffic other) {
               return passesOf(source, other) == Passes::None;
           });
}

/// Something is missing of what it could have shown in that layer.
bool cuts(const CoverageLimit& limit, Layer layer)
{
    if (limit.id.starts_with("limit.snap-length"))
        return layer == Layer::Application;
    return !limit.id.starts_with("limit.filter");
}

bool hasGaps(const AnalysedSource& source, Layer layer)
{
    const auto isLoss = [](const Problem& problem) { return problem.severity >= Severity::DataLoss; };
    return source.row.coverage.size() > 1 || std::ranges::any_of(source.row.problems, isLoss)
        || std::ranges::any_of(source.row.limits,
                               [&](const CoverageLimit& limit) { return cuts(limit, layer); });
}

/// One source, laid on the map: which of its kinds show which cell.
class SourceMap
{
public:
    using Key = std::pair<Component, Layer>;
    struct Shown {
        KindCounts kinds{};
        bool shared = true;
    };

    SourceMap(const AnalysedSource& source, const KindCounts& kinds)
        : m_source(source)
        , m_kinds(kinds)
    {
        for (const VisibilityRule& rule : visibilityRules()) {
            if (isListed(rule.formats, source.row.format))
                m_rules.push_back(&rule);
        }
        add(RuleCounts::Always);
        for (const auto& [component, traffic] : m_carried)
            m_components.insert(component);
        add(RuleCounts::Beside);
        add(RuleCounts::Rest);
    }

    const std::map<Key, Shown>& shown() const { return m_shown; }

    /// What it does not show: Silent where it would have, Hidden where its filter hides it, or may.
    enum class Missing { Hidden, Silent };
    std::map<Key, Missing> missing() const
    {
        std::map<Key, Missing> missing;
        for (const VisibilityRule* rule : m_rules) {
            const Key key{rule->component, rule->layer};
            if (m_shown.contains(key) || holdsAChoice(m_source.row.format))
                continue;
            const Passes passes = passesOf(m_source, rule->traffic);
            if (rule->layer == Layer::Own || (passes == Passes::All && watches(*rule)))
                missing[key] = Missing::Silent;
            else if (passes != Passes::All && m_components.contains(rule->component))
                missing.try_emplace(key, Missing::Hidden);
        }
        return missing;
    }

private:
    /// Somebody captured for just that; or it is what accompanies traffic that the source shows: its TCP
    /// connections, ICMP. What else a component does need not pass there, nor what no router passes on.
    bool watches(const VisibilityRule& rule) const
    {
        if (rule.counts == RuleCounts::Always)
            return isMadeFor(m_source, rule.traffic);
        const bool hasMore = std::ranges::any_of(m_rules, [&](const VisibilityRule* other) {
            return other->component == rule.component && other->layer == rule.layer
                && other->counts == RuleCounts::Always;
        });
        if (hasMore || rule.counts == RuleCounts::Rest || rule.layer == Layer::Link)
            return false;
        return accompanies(rule);
    }

    bool accompanies(const VisibilityRule& rule) const
    {
        if (rule.layer == Layer::Network)
            return m_components.contains(rule.component);
        return m_carried.contains({rule.component, rule.layer == Layer::Link ? Traffic::Dhcp : rule.traffic});
    }

    void add(RuleCounts counts)
    {
        const std::set<std::string> taken = m_taken;
        for (const VisibilityRule* rule : m_rules) {
            const bool applies =
                rule->counts == counts && (counts != RuleCounts::Beside || accompanies(*rule));
            for (auto kind = m_kinds.begin(); applies && kind != m_kinds.end(); ++kind) {
                if (!isAbout(*rule, kind->first)
                    || (counts == RuleCounts::Rest && taken.contains(kind->first)))
                    continue;
                Shown& shown = m_shown[{rule->component, rule->layer}];
                shown.kinds.insert(*kind);
                shown.shared = shown.shared && counts == RuleCounts::Beside;
                m_taken.insert(kind->first);
                if (counts == RuleCounts::Always)
                    m_carried.insert({rule->component, rule->traffic});
            }
        }
    }

    const AnalysedSource& m_source;
    const KindCounts& m_kinds;
    std::vector<const VisibilityRule*> m_rules;
    std::map<Key, Shown> m_shown;
    std::set<std::pair<Component, Traffic>> m_carried; ///< shown by rules of their own
    std::set<Component> m_components; ///< of these
    std::set<std::string> m_taken;
};

/// The rows under way, in the order of the map.
class Map
{
public:
    explicit Map(const Understanding& known)
        : m_nodes(known)
    {
    }

    void add(const AnalysedSource& source, const SourceMap& map)
    {
        for (const auto& [key, shown] : map.shown())
            addSighting(source, key, shown);
    }

    /// After all that is seen: a capture without something makes no row of its own.
    void addMissing(const AnalysedSource& source, const SourceMap& map)
    {
        for (const auto& [key, missing] : map.missing()) {
            if (key.second == Layer::Own)
                need(key.first);
            else if (!has(key.first))
                continue;
            for (VisibilityCell* cell : cells(source, key))
                (missing == SourceMap::Missing::Silent ? cell->silent : cell->hidden)
                    .push_back(source.row.id);
        }
    }

    void need(Component component)
    {
        if (!has(component))
            row(component, {});
    }

    Visibility take()
    {
        Visibility made;
        for (auto& [key, row] : m_rows) {
            for (VisibilityCell& cell : row.cells) {
                if (!cell.seen.empty())
                    cell.sight = Sight::Seen;
                else if (!cell.silent.empty())
                    cell.sight = Sight::Silent;
            }
            made.rows.push_back(std::move(row));
        }
        return made;
    }

private:
    bool has(Component component) const
    {
        const auto at = m_rows.lower_bound({component, {}});
        return at != m_rows.end() && at->first.first == component;
    }

    VisibilityRow& row(Component component, const std::string& node)
    {
        const auto [at, isNew] = m_rows.try_emplace({component, node});
        if (!isNew)
            return at->second;
        at->second.component = component;
        at->second.node = node;
        for (const VisibilityRule& rule : visibilityRules()) {
            VisibilityCell& cell = at->second.cells[static_cast<std::size_t>(rule.layer)];
            if (rule.component != component || cell.sight == Sight::NotWatched)
                continue;
            cell.sight = Sight::NotWatched;
            cell.collect = collectFor(component, rule.layer);
        }
        return at->second;
    }

    std::vector<VisibilityCell*> cells(const AnalysedSource& source, const SourceMap::Key& key)
    {
        std::vector<VisibilityCell*> found;
        const auto nodes =
            key.first == Component::Cucm ? m_nodes.of(source.row.id) : std::set<std::string>{{}};
        for (const std::string& node : nodes)
            found.push_back(&row(key.first, node).cells[static_cast<std::size_t>(key.second)]);
        return found;
    }

    void addSighting(const AnalysedSource& source, const SourceMap::Key& key, const SourceMap::Shown& shown)
    {
        Sighting sighting{source.row.id, shown.kinds, 0, source.first, source.last, false, shown.shared};
        sighting.gaps = hasGaps(source, key.second);
        for (const auto& [kind, count] : shown.kinds)
            sighting.events += count;
        for (VisibilityCell* cell : cells(source, key))
            cell->seen.push_back(sighting);
    }

    Nodes m_nodes;
    std::map<std::pair<Component, std::string>, VisibilityRow> m_rows;
};

} // namespace

std::string_view toText(Component component)
{
    constexpr std::array<std::string_view, componentCount> names{
        "phone", "switch-port", "dhcp",     "tftp", "cucm",   "ntp-source", "node-clock",
        "dns",   "cti",         "presence", "ocs",  "client", "site",       "unassigned"};
    return names[static_cast<std::size_t>(component)];
}

std::string_view toText(Layer layer)
{
    constexpr std::array<std::string_view, layerCount> names{"link", "network", "transport", "application",
                                                             "own-account"};
    return names[static_cast<std::size_t>(layer)];
}

const VisibilityRow* Visibility::row(Component component) const
{
    const auto found = std::ranges::find(rows, component, &VisibilityRow::component);
    return found == rows.end() ? nullptr : &*found;
}

Visibility visibility(const Understanding& known, std::string_view symptom)
{
    Map map(known);
    static const KindCounts none;
    std::vector<SourceMap> sources;
    for (const AnalysedSource& source : known.sources) {
        const auto kinds = known.kindCounts.find(source.row.id);
        sources.emplace_back(source, kinds == known.kindCounts.end() ? none : kinds->second);
        map.add(source, sources.back());
    }
    for (const Component component : componentsOf(symptom))
        map.need(component);
    for (std::size_t i = 0; i < sources.size(); ++i)
        map.addMissing(known.sources[i], sources[i]);
    return map.take();
}

} // namespace whittle
