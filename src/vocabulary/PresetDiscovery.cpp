// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/PresetDiscovery.h"

#include "vocabulary/DrupalFields.h"

#include <QHash>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

using Discovery = void (*)(ScopedConnection &, const std::vector<TableSchema> &,
                           VocabularyMapping &);

/** Each application's discovery, by the name of its preset; one line each. */
QHash<QString, Discovery> allDiscoveries()
{
    QHash<QString, Discovery> discoveries;
    discoveries.insert(u"drupal"_s, addDrupalFields);
    return discoveries;
}

} // namespace

void discoverPreset(ScopedConnection &connection, const std::vector<TableSchema> &schema,
                    VocabularyMapping &mapping)
{
    static const QHash<QString, Discovery> discoveries = allDiscoveries();
    const auto discovery = discoveries.constFind(mapping.preset);
    if (discovery != discoveries.constEnd())
        (*discovery)(connection, schema, mapping);
}

} // namespace tagsmith
