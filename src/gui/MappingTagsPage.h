// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/MappingTrial.h"
#include "core/Result.h"
#include "core/VocabularyMapping.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace tagsmith
{

class ColumnChoice;

/** Which table holds the tags, and which of its columns mean what. */
class MappingTagsPage : public QWidget
{
    Q_OBJECT

public:
    explicit MappingTagsPage(QWidget *parent = nullptr);

    void setTables(const std::vector<TableOutline> &tables);
    void setMapping(const VocabularyMapping &mapping);
    /** Puts what is shown into @p mapping. An error says what is not filled in rightly. */
    std::optional<Error> apply(VocabularyMapping &mapping) const;
    /** The table that is chosen now. */
    QString table() const;

signals:
    void changed();

private:
    ColumnChoice *addChoice(QFormLayout *form, const QString &label, const char *name,
                            const QString &help);
    void fillColumns();
    void onTableChosen();
    void updateNameTable();
    QString summaryOf(const VocabularyMapping &mapping) const;

    std::vector<TableOutline> m_tables;
    ColumnChoice *m_table;
    ColumnChoice *m_key;
    ColumnChoice *m_name;
    QCheckBox *m_hasNameTable;
    QWidget *m_nameTableBox;
    ColumnChoice *m_nameTable;
    ColumnChoice *m_nameTableKey;
    ColumnChoice *m_nameTableTag;
    QLineEdit *m_scope;
    QLineEdit *m_companions;
    ColumnChoice *m_slug;
    ColumnChoice *m_parent;
    QLineEdit *m_root;
    QLabel *m_kept;
};

} // namespace tagsmith
