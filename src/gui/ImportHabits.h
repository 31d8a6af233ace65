// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/ImportRequest.h"
#include "repository/ImportMemory.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace tagsmith
{

class ImportMappingWidget;
class ImportNamesWidget;

/**
 * Chooses for a file what was chosen for the last one with the same columns, and remembers what is
 * chosen now. Plain lines have no header by which they could be known.
 */
class ImportHabits : public QObject
{
    Q_OBJECT

public:
    /** What the dialog asks for names that exist. */
    struct ExistingChoice
    {
        std::function<OnExisting()> get;
        std::function<void(OnExisting)> set;
    };

    ImportHabits(const TagSource &source, ImportMappingWidget *mapping, ImportNamesWidget *names,
                 ExistingChoice existing, QObject *parent);

    /** Shows @p preview in the mapping, with what is remembered if its columns are new. */
    void showPreview(const ImportPreview &preview);
    /** To be called once an import has been done. */
    void store();

signals:
    /** What is remembered could not be changed, one sentence. */
    void failed(const QString &sentence);

private:
    ImportHabit current() const;
    void apply(const ImportHabit &habit);
    void putBack();
    void forget();

    TagSource m_source;
    ImportMemory m_memory;
    ImportMappingWidget *m_mapping;
    ImportNamesWidget *m_names;
    ExistingChoice m_existing;
    QStringList m_columns;               ///< of the file that is shown; none for plain lines
    std::optional<ImportHabit> m_before; ///< what was chosen before something was remembered
};

} // namespace tagsmith
