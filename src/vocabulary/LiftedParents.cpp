// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/LiftedParents.h"

#include "core/Error.h"
#include "vocabulary/Lineage.h"

#include <QSet>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

QSet<QString> keysOf(const std::vector<StoredTag> &tags)
{
    QSet<QString> keys;
    for (const StoredTag &tag : tags)
        keys.insert(tag.key);
    return keys;
}

/** Refuses circles above a tag; each tag is looked at once, however many ways lead to it. */
class CircleSearch
{
public:
    explicit CircleSearch(const Lineage &lineage) : m_lineage(lineage) {}

    void refuseAbove(const QString &key)
    {
        if (m_done.contains(key))
            return;
        m_path << key;
        const QStringList parents = m_lineage.parents(key);
        for (const QString &parent : parents) {
            if (m_path.contains(parent)) {
                throw DatabaseError(
                    ErrorKind::Refused,
                    u"“%1” stands beneath itself by way of its parents; give it another parent "
                    "first."_s.arg(m_lineage.tag(parent).name));
            }
            refuseAbove(parent);
        }
        m_path.removeLast();
        m_done.insert(key);
    }

private:
    const Lineage &m_lineage;
    QStringList m_path;
    QSet<QString> m_done;
};

/** Refuses a tag between a source and the target: it would be the target's child and parent. */
class BetweenSearch
{
public:
    BetweenSearch(const Lineage &lineage, const QSet<QString> &sources, const StoredTag &target)
        : m_lineage(lineage), m_sources(sources), m_target(target)
    {
    }

    /** @p between: the first tag on the way up that is no source; empty: none so far. */
    void refuseAbove(const QString &key, const QString &between)
    {
        const std::pair seen(key, between.isEmpty());
        if (m_seen.contains(seen))
            return;
        m_seen.insert(seen);
        const QStringList parents = m_lineage.parents(key);
        for (const QString &parent : parents) {
            const bool isSource = m_sources.contains(parent);
            if (isSource && !between.isEmpty()) {
                throw DatabaseError(
                    ErrorKind::Refused,
                    u"“%1” stands between “%2” and “%3”, so that it would come to stand beneath "
                    "itself; merge it as well, or give it another parent first."_s.arg(
                        m_lineage.tag(between).name, m_lineage.tag(parent).name, m_target.name));
            }
            refuseAbove(parent, isSource || !between.isEmpty() ? between : parent);
        }
    }

private:
    const Lineage &m_lineage;
    const QSet<QString> &m_sources;
    const StoredTag &m_target;
    QSet<std::pair<QString, bool>> m_seen;
};

/** The nearest tag above @p source that is none of @p sources; not @p target itself. */
QString nearestAbove(const Lineage &lineage, const QSet<QString> &sources, const QString &target,
                     const QString &source)
{
    QSet<QString> seen = {source};
    QStringList level = {source};
    while (!level.isEmpty()) {
        QStringList next;
        for (const QString &key : std::as_const(level)) {
            const QStringList parents = lineage.parents(key);
            for (const QString &parent : parents) {
                if (!sources.contains(parent) && parent != target)
                    return parent;
                if (!seen.contains(parent))
                    next << parent;
                seen.insert(parent);
            }
        }
        level = next;
    }
    return {};
}

} // namespace

QHash<QString, QString> liftedParents(const Lineage &lineage, const std::vector<StoredTag> &sources,
                                      const StoredTag &target)
{
    CircleSearch circles(lineage);
    circles.refuseAbove(target.key);
    for (const StoredTag &source : sources)
        circles.refuseAbove(source.key);
    BetweenSearch(lineage, keysOf(sources), target).refuseAbove(target.key, {});
    return liftedParentsLeniently(lineage, sources, target);
}

QHash<QString, QString> liftedParentsLeniently(const Lineage &lineage,
                                               const std::vector<StoredTag> &sources,
                                               const StoredTag &target)
{
    const QSet<QString> keys = keysOf(sources);
    QHash<QString, QString> lifted;
    const QStringList parents = lineage.parents(target.key);
    for (const QString &parent : parents) {
        if (keys.contains(parent))
            lifted.insert(parent, nearestAbove(lineage, keys, target.key, parent));
    }
    return lifted;
}

} // namespace tagsmith
