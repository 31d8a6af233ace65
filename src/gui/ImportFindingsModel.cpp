// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportFindingsModel.h"

namespace tagsmith
{

namespace
{

enum ColumnIndex { LineColumn, NameColumn, TextColumn, ColumnCount };

} // namespace

ImportFindingsModel::ImportFindingsModel(QObject *parent) : QAbstractTableModel(parent) {}

void ImportFindingsModel::setRejections(const std::vector<Rejection> &rejections,
                                        const ImportFiles &files)
{
    std::vector<Finding> findings;
    findings.reserve(rejections.size());
    for (const Rejection &rejection : rejections)
        findings.push_back({fileLineText(files, rejection.line), rejection.name, rejection.reason});
    reset(tr("Reason"), std::move(findings));
}

void ImportFindingsModel::setEqualNames(const std::vector<EqualNames> &pairs,
                                        const ImportFiles &files)
{
    std::vector<Finding> findings;
    findings.reserve(pairs.size());
    for (const EqualNames &pair : pairs) {
        const QString other =
            pair.otherLine > 0
                ? tr("“%1” on line %2").arg(pair.otherName, fileLineText(files, pair.otherLine))
                : tr("stored “%1”").arg(pair.otherName);
        findings.push_back({fileLineText(files, pair.line), pair.name, other});
    }
    reset(tr("Equals"), std::move(findings));
}

void ImportFindingsModel::reset(QString title, std::vector<Finding> findings)
{
    beginResetModel();
    m_title = std::move(title);
    m_findings = std::move(findings);
    endResetModel();
}

int ImportFindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int ImportFindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportFindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding &finding = m_findings[static_cast<size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == LineColumn)
        return QVariant(Qt::AlignVCenter | Qt::AlignTrailing);
    if (role == Qt::ToolTipRole && index.column() == TextColumn)
        return finding.text;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case LineColumn: return finding.line;
    case NameColumn: return finding.name.left(200);
    default: return finding.text;
    }
}

QVariant ImportFindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LineColumn: return tr("Line");
    case NameColumn: return tr("Name");
    default: return m_title;
    }
}

} // namespace tagsmith
