// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportLinesView.h"

#include "gui/ImportFilterBar.h"
#include "gui/ImportLinesDelegate.h"
#include "gui/ImportLinesModel.h"
#include "gui/ImportLinesWidths.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ImportLinesView::ImportLinesView(QWidget *parent)
    : QWidget(parent), m_model(new ImportLinesModel(this)),
      m_delegate(new ImportLinesDelegate(this)), m_table(new QTableView(this)),
      m_widths(new ImportLinesWidths(*m_table, *m_model)), m_filters(new ImportFilterBar(this)),
      m_note(new QLabel(this))
{
    m_table->setObjectName(u"linesTable"_s);
    m_table->setAccessibleName(tr("Lines of the file and what the import would do with each"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_note->setObjectName(u"linesNote"_s);
    m_note->setWordWrap(true);

    addActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filters);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeActionBar());
    setFocusProxy(m_table);

    connect(m_model, &ImportLinesModel::corrected, this, [this] {
        m_waiting = nullptr; // it does not know of the correction
        updateActions();
        emit corrected();
    });
    connect(m_filters, &ImportFilterBar::chosen, this, &ImportLinesView::showFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ImportLinesView::updateActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ImportLinesView::updateActions);
    connect(m_delegate, &ImportLinesDelegate::editingEnded, this, [this] {
        if (const auto show = std::exchange(m_waiting, nullptr))
            show();
    });
    updateActions();
}

QAction *ImportLinesView::addAction(const QString &text, const QString &name,
                                    const std::function<void()> &call)
{
    auto *action = new QAction(text, m_table);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, [call] { call(); });
    return action;
}

void ImportLinesView::addActions()
{
    m_correct = addAction(tr("&Correct"), u"correctAction"_s,
                          [this] { m_table->edit(m_table->currentIndex()); });
    m_leaveOut = addAction(tr("&Leave out"), u"leaveOutAction"_s, [this] {
        forSelected([this](const auto &lines) { m_model->setLeftOut(lines, true); });
    });
    m_leaveOut->setShortcut(Qt::Key_Delete);
    m_takeAgain = addAction(tr("&Take again"), u"takeAgainAction"_s, [this] {
        forSelected([this](const auto &lines) { m_model->setLeftOut(lines, false); });
    });
    m_revert = addAction(tr("As in the &file"), u"revertAction"_s, [this] {
        forSelected([this](const auto &lines) { m_model->setAsInFile(lines); });
    });
}

QWidget *ImportLinesView::makeActionBar()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"linesActions"_s);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_note, 1);
    const QList<std::pair<QAction *, QString>> actions{
        {m_leaveOut, tr("The selected lines are not imported (Del)")},
        {m_takeAgain, tr("The selected lines are imported after all")},
        {m_revert, tr("The selected lines have the values of the file again")}};
    for (const auto &[action, toolTip] : actions) {
        auto *button = new QPushButton(action->text(), bar);
        button->setObjectName(action->objectName().replace("Action"_L1, "Button"_L1));
        button->setToolTip(toolTip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button,
                [button, source = action] { button->setEnabled(source->isEnabled()); });
        layout->addWidget(button);
    }
    return bar;
}

void ImportLinesView::setAccount(const ImportAccount &account, const ImportRequest &request,
                                 FileFormat format, const Vocabulary &vocabulary)
{
    if (m_delegate->isEditing()) {
        m_waiting = [=, this] { setAccount(account, request, format, vocabulary); };
        return;
    }
    const Position before = position();
    m_model->setAccount(account, request, format, vocabulary);
    m_filters->setAccount(account);
    restore(before);
    updateActions();
}

void ImportLinesView::clear()
{
    m_numbers.stop();
    m_waiting = nullptr;
    m_model->clear();
    m_filters->reset();
    updateActions();
}

const ImportCorrections &ImportLinesView::corrections() const
{
    return m_model->corrections();
}

void ImportLinesView::dropCorrections()
{
    m_model->dropCorrections();
}

void ImportLinesView::commitEdit()
{
    if (m_delegate->isEditing())
        m_table->setFocus(); // as a click elsewhere does
}

void ImportLinesView::showFilter(const ImportLineFilter &filter)
{
    if (filter == m_model->filter())
        return;
    const QByteArray header = m_table->horizontalHeader()->saveState();
    m_model->setFilter(filter);
    m_table->horizontalHeader()->restoreState(header);
    updateActions();
}

void ImportLinesView::updateActions()
{
    const bool hasSelection = m_table->selectionModel()->hasSelection() && !m_numbers.isRunning();
    const ImportCorrections &corrections = m_model->corrections();
    const QModelIndex current = m_table->currentIndex();
    m_correct->setEnabled(current.isValid() && current.flags().testFlag(Qt::ItemIsEditable));
    m_leaveOut->setEnabled(hasSelection);
    m_takeAgain->setEnabled(hasSelection && corrections.leftOutCount() > 0);
    m_revert->setEnabled(hasSelection && corrections.correctedCount() > 0);

    const QLocale locale;
    if (corrections.isEmpty()) {
        m_note->setText(tr("Double-click what stands in the file to correct it, or press F2."));
    } else {
        m_note->setText(tr("Values corrected: %1. Lines left out: %2.")
                            .arg(locale.toString(corrections.correctedCount()),
                                 locale.toString(corrections.leftOutCount())));
    }
}

void ImportLinesView::forSelected(const ImportLineNumbers::Answer &call)
{
    std::vector<quint32> places;
    const QItemSelection selection = m_table->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            places.push_back(static_cast<quint32>(m_model->place(row)));
    }
    if (!places.empty())
        m_numbers.find(m_model->store(), std::move(places), call);
    updateActions();
}

ImportLinesView::Position ImportLinesView::position() const
{
    Position position;
    position.columns = m_model->columnCount();
    position.header = m_table->horizontalHeader()->saveState();
    if (m_model->rowCount() == 0)
        return position;
    const QItemSelection selection = m_table->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        position.selected.emplace_back(m_model->place(range.top()), m_model->place(range.bottom()));
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid()) {
        position.current = m_model->place(current.row());
        position.currentColumn = current.column();
    }
    position.top = m_model->place(std::max(0, m_table->rowAt(0)));
    position.left = m_table->horizontalScrollBar()->value();
    return position;
}

void ImportLinesView::restore(const Position &position)
{
    const int rows = m_model->rowCount();
    if (position.columns != m_model->columnCount())
        m_widths->fit();
    else if (!position.header.isEmpty())
        m_table->horizontalHeader()->restoreState(position.header);
    if (rows == 0)
        return;
    m_widths->fitLineNumbers();
    QItemSelection selection;
    for (const auto &[first, last] : position.selected) {
        const int top = m_model->rowOf(first);
        const int bottom = m_model->rowOf(last + 1) - 1;
        if (top <= bottom && bottom < rows)
            selection.select(m_model->index(top, 0),
                             m_model->index(bottom, m_model->columnCount() - 1));
    }
    QItemSelectionModel *model = m_table->selectionModel();
    model->select(selection, QItemSelectionModel::ClearAndSelect);
    const int row = std::min(m_model->rowOf(std::max<qint64>(0, position.current)), rows - 1);
    model->setCurrentIndex(m_model->index(row, position.currentColumn),
                           QItemSelectionModel::NoUpdate);
    m_table->doItemsLayout(); // the scroll bars know of the rows only then
    m_table->verticalScrollBar()->setValue(m_model->rowOf(position.top));
    m_table->horizontalScrollBar()->setValue(position.left);
}

} // namespace tagsmith
