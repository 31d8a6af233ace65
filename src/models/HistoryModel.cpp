// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/HistoryModel.h"

#include "core/Pending.h"
#include "models/CellText.h"
#include "models/OperationTime.h"

#include <QLocale>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int pageSize = 200;

} // namespace

HistoryModel::HistoryModel(TagRepository &repository, QObject *parent)
    : QAbstractTableModel(parent), m_repository(repository)
{
}

HistoryModel::~HistoryModel()
{
    m_token.cancel();
}

void HistoryModel::open(const TagSource &source)
{
    m_source = source;
    restart();
}

void HistoryModel::setText(const QString &text)
{
    if (m_query.text == text)
        return;
    m_query.text = text;
    restart();
}

void HistoryModel::setAllVocabularies(bool all)
{
    if (m_allVocabularies == all)
        return;
    m_allVocabularies = all;
    restart();
}

/** Another question: nothing of what is shown answers it. */
void HistoryModel::restart()
{
    beginResetModel();
    m_entries.clear();
    m_hasMore = false;
    endResetModel();
    load(0, pageSize);
}

void HistoryModel::refresh()
{
    load(0, std::max(pageSize, rowCount()));
}

void HistoryModel::load(qint64 below, int limit)
{
    if (!m_source)
        return;
    m_token.cancel();
    const quint64 generation = ++m_generation;
    HistoryQuery query = m_query;
    query.vocabulary = m_allVocabularies ? QString() : m_source->vocabulary.name;
    query.below = below;
    query.limit = limit;
    const auto pending = m_repository.history(m_source->profile, query);
    m_token = pending.token;
    m_isLoading = true;
    whenDone(this, pending, [this, generation, below](const Result<HistoryPage> &answer) {
        if (generation == m_generation)
            receive(answer, below);
    });
    emit changed();
}

void HistoryModel::receive(const Result<HistoryPage> &answer, qint64 below)
{
    m_problem.reset();
    if (!answer) {
        m_problem = answer.error();
        m_hasMore = false;
    } else if (below > 0) {
        append(*answer);
    } else {
        replace(*answer);
    }
    m_isLoading = false; // and not before, lest the view asks for more while rows come in
    emit changed();
}

void HistoryModel::append(const HistoryPage &page)
{
    m_hasMore = page.hasMore;
    if (page.entries.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(page.entries.size()) - 1);
    m_entries.insert(m_entries.end(), page.entries.begin(), page.entries.end());
    endInsertRows();
}

/**
 * How many new operations stand before those that are shown; nothing where others have gone, or
 * where the page has to be shown as it is.
 */
std::optional<size_t> HistoryModel::addedBy(const HistoryPage &page) const
{
    if (m_entries.empty())
        return std::nullopt;
    const auto sameId = [](const OperationEntry &one, const OperationEntry &other) {
        return one.id == other.id;
    };
    const auto known =
        std::find_if(page.entries.begin(), page.entries.end(),
                     [&](const OperationEntry &entry) { return sameId(entry, m_entries[0]); });
    const auto common = static_cast<size_t>(page.entries.end() - known);
    const bool isWhole = common == m_entries.size() || (common < m_entries.size() && page.hasMore);
    if (common == 0 || !isWhole ||
        !std::equal(known, page.entries.end(), m_entries.begin(), sameId))
        return std::nullopt;
    return page.entries.size() - common;
}

void HistoryModel::replace(const HistoryPage &page)
{
    const auto added = addedBy(page);
    if (!added) {
        beginResetModel();
        m_entries = page.entries;
        m_hasMore = page.hasMore;
        endResetModel();
        return;
    }
    const auto begin = page.entries.begin();
    const auto known = begin + static_cast<std::ptrdiff_t>(*added);
    if (*added > 0) {
        beginInsertRows({}, 0, static_cast<int>(*added) - 1);
        m_entries.insert(m_entries.begin(), begin, known);
        endInsertRows();
    }
    std::copy(begin, page.entries.end(), m_entries.begin());
    if (m_entries.size() == page.entries.size())
        m_hasMore = page.hasMore;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int HistoryModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&id](const OperationEntry &entry) { return entry.id == id; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isLoading;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        load(m_entries.back().number, pageSize);
}

QString HistoryModel::stateText(const OperationEntry &entry) const
{
    if (!entry.undoneBy.isEmpty())
        return entry.kind == "undo"_L1 ? tr("Redone") : tr("Undone");
    if (entry.undoes.isEmpty())
        return {};
    const int row = rowOf(entry.undoes);
    return row < 0 ? tr("Undoes an older one")
                   : tr("Undoes #%1").arg(QString::number(this->entry(row).number));
}

QString HistoryModel::text(const OperationEntry &entry, int column) const
{
    switch (column) {
    case When: return operationTime(entry.at);
    case Who: return entry.author;
    case What: return entry.summary;
    case Vocabulary: return entry.vocabulary;
    case Rows: return QLocale().toString(entry.rows);
    case State: return stateText(entry);
    default: return {};
    }
}

QString HistoryModel::toolTip(const OperationEntry &entry, int column) const
{
    if (column == When)
        return toolTipText(u"#%1, %2"_s.arg(QString::number(entry.number),
                                            QLocale().toString(entry.at.toLocalTime())));
    return toolTipText(text(entry, column));
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OperationEntry &entry = this->entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(entry, index.column());
    case Qt::ToolTipRole: return toolTip(entry, index.column());
    case KindRole: return index.column() == What ? QVariant(entry.kind) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter |
                        (index.column() == Rows ? Qt::AlignTrailing : Qt::AlignLeading));
    default: return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter |
                        (section == Rows ? Qt::AlignTrailing : Qt::AlignLeading));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case Who: return tr("Who");
    case What: return tr("What");
    case Vocabulary: return tr("Vocabulary");
    case Rows: return tr("Rows");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace tagsmith
