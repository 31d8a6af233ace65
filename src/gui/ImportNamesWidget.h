// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/NameRules.h"

#include <QScrollArea>

#include <memory>

class QLabel;

namespace Ui
{
class ImportNamesWidget;
}

namespace tagsmith
{

/**
 * What an import does to the names of tags, and whether a cell holds several of them. Beside each
 * rule stands how many names of the preview it changes.
 */
class ImportNamesWidget : public QScrollArea
{
    Q_OBJECT

public:
    explicit ImportNamesWidget(QWidget *parent = nullptr);
    ~ImportNamesWidget() override;

    NameRules rules() const;
    /** What stands between the names in one cell; empty: a cell is a name. */
    QString listSeparator() const;
    void setRules(const NameRules &rules);
    void setListSeparator(const QString &separator);
    /** How many rules are on, with the division of cells. */
    int ruleCount() const;
    /** One sentence for what is missing; empty where nothing is. */
    QString problem() const;

    /** @p counts are those of the first @p names names; @p complete: there are no more. */
    void showCounts(const NameRuleCounts &counts, qint64 names, bool complete);

signals:
    /** The user has chosen something else. */
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillChoices();
    void onListChanged();
    void keepWheelAway(QWidget *widget);

    std::unique_ptr<Ui::ImportNamesWidget> m_ui;
};

} // namespace tagsmith
