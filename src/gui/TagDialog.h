// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/TagChange.h"
#include "core/Vocabulary.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace Ui
{
class TagDialog;
}

namespace tagsmith
{

class CellEditor;

/**
 * The details of one tag in a form. It stays open while the tag is written, so that nothing typed
 * is lost when the database refuses: whoever receives submitted() closes it with accept(), or gives
 * it back to the user with setBusy(false).
 */
class TagDialog : public QDialog
{
    Q_OBJECT

public:
    /** An empty form for a new tag. */
    explicit TagDialog(const Vocabulary &vocabulary, QWidget *parent = nullptr);
    ~TagDialog() override;

    /** The form for a tag that exists; its name is shown but renamed elsewhere. */
    void setTag(const Row &row);
    /** Fills in the name of a new tag. */
    void setName(const QString &name);

    QString name() const;
    /** The columns beside the name that the user has given or changed. */
    std::vector<ColumnValue> values() const;
    /** What the columns in values() held when the form was filled. */
    std::vector<ColumnValue> seenValues() const;
    void setBusy(bool busy);

signals:
    void submitted();

private:
    void addEditor(int column);
    void submit();
    QString labelFor(const Column &column) const;

    std::unique_ptr<Ui::TagDialog> m_ui;
    Vocabulary m_vocabulary;
    std::vector<CellEditor *> m_editors; ///< one for each column; nullptr where it is not shown
};

} // namespace tagsmith
