// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/Vocabulary.h"
#include "gui/ImportMappingChoice.h"

#include <QScrollArea>

class QComboBox;

namespace tagsmith
{

/** For each column of the file a choice: the column of the table that it fills, or none. */
class ImportMappingWidget : public QScrollArea
{
    Q_OBJECT

public:
    explicit ImportMappingWidget(QWidget *parent = nullptr);

    void setVocabulary(const Vocabulary &vocabulary) { m_vocabulary = vocabulary; }
    /** Shows the columns of @p preview; what the user chose stays where they are the same. */
    void setPreview(const ImportPreview &preview);
    void clear();

    const ImportMappingChoice &mapping() const { return m_mapping; }

signals:
    /** The user has chosen another column. */
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *makeChoice(int fileColumn);
    void rebuild();

    Vocabulary m_vocabulary;
    ImportMappingChoice m_mapping;
};

} // namespace tagsmith
