// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/MappingTrial.h"

#include <QComboBox>
#include <QString>
#include <QStringList>

#include <vector>

namespace tagsmith
{

/** The columns of the table called @p table; none where there is no such table. */
QStringList columnsOf(const std::vector<TableOutline> &tables, const QString &table);
/** The names of all tables. */
QStringList namesOf(const std::vector<TableOutline> &tables);

/**
 * A choice of a table or column. What a mapping names stays chosen even where the database lacks
 * it, so that the user sees what is wrong instead of something else.
 */
class ColumnChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit ColumnChoice(QWidget *parent = nullptr);

    /** @p none: the text of a first entry that means no column; empty: there is no such entry. */
    void setNames(const QStringList &names, const QString &none = {});
    void setName(const QString &name);
    /** Empty where none is chosen. */
    QString name() const;

signals:
    /** The user has chosen another. */
    void nameChosen();

private:
    QString m_none;
};

} // namespace tagsmith
