// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportHabits.h"

#include "gui/ImportMappingWidget.h"
#include "gui/ImportNamesWidget.h"

#include <utility>

namespace tagsmith
{

ImportHabits::ImportHabits(const TagSource &source, ImportMappingWidget *mapping,
                           ImportNamesWidget *names, ExistingChoice existing, QObject *parent)
    : QObject(parent), m_source(source), m_mapping(mapping), m_names(names),
      m_existing(std::move(existing))
{
    connect(m_mapping, &ImportMappingWidget::forgetRequested, this, &ImportHabits::forget);
}

void ImportHabits::showPreview(const ImportPreview &preview)
{
    const ImportMappingChoice &shown = m_mapping->mapping();
    const bool isNew = shown.fileColumns() != preview.columns || shown.content() != preview.content;
    m_mapping->setPreview(preview);
    if (!isNew)
        return;
    putBack();
    m_columns = preview.format == FileFormat::Lines ? QStringList() : preview.columns;
    if (m_columns.isEmpty())
        return;
    const auto habit = m_memory.find(m_source, m_columns);
    if (habit && *habit != current())
        apply(*habit);
}

ImportHabit ImportHabits::current() const
{
    return {m_mapping->mapping().toRequest(), m_names->rules(), m_names->listSeparator(),
            m_existing.get()};
}

void ImportHabits::apply(const ImportHabit &habit)
{
    m_before = current();
    m_names->setRules(habit.nameRules);
    m_names->setListSeparator(habit.listSeparator);
    m_existing.set(habit.onExisting);
    m_mapping->setRemembered(habit.mapping); // last, since it says that something has changed
}

/** Takes back what was remembered of another file, beside its mapping, which is gone. */
void ImportHabits::putBack()
{
    if (!m_before)
        return;
    const ImportHabit before = *std::exchange(m_before, std::nullopt);
    m_names->setRules(before.nameRules);
    m_names->setListSeparator(before.listSeparator);
    m_existing.set(before.onExisting);
}

void ImportHabits::forget()
{
    if (const auto error = m_memory.forget(m_source, m_columns))
        emit failed(error->message);
    putBack();
    m_mapping->showProposal();
}

void ImportHabits::store()
{
    const ImportHabit habit = current();
    if (m_columns.isEmpty() || habit.mapping.empty())
        return;
    if (const auto error = m_memory.store(m_source, m_columns, habit))
        emit failed(error->message);
}

} // namespace tagsmith
