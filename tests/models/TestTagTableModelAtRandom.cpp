// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/TagTableModel.h"

#include "support/MakeSnapshot.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>
#include <utility>

using namespace tagsmith;
using namespace tagsmith::test;
using namespace Qt::StringLiterals;

namespace
{

/** The stored tags: by key, since that is the order of a snapshot. */
using Tags = std::map<QString, std::pair<Cell, Cell>>;

SnapshotPtr toSnapshot(const Tags &tags)
{
    std::vector<Row> rows;
    for (const auto &[name, cells] : tags)
        rows.push_back({name, cells.first, cells.second});
    return makeSnapshot(
        {makeColumn(u"name"_s), makeColumn(u"note"_s), makeColumn(u"n"_s, ColumnType::Integer)},
        rows);
}

class RandomTags
{
public:
    explicit RandomTags(quint32 seed) : m_random(seed) {}

    int bounded(int bound) { return static_cast<int>(m_random.bounded(bound)); }

    Cell cell() { return bounded(4) == 0 ? Cell() : Cell(QString::number(bounded(30) - 10)); }

    /** Adds, removes and changes up to @p count tags each. */
    void change(Tags &tags, int count)
    {
        const int additions = bounded(count + 1);
        const int removals = bounded(count + 1);
        const int changes = bounded(count + 1);
        for (int i = 0; i < additions; ++i)
            tags[u"tág%1"_s.arg(bounded(1000))] = {cell(), cell()};
        for (int i = 0; i < removals && !tags.empty(); ++i)
            tags.erase(any(tags));
        for (int i = 0; i < changes && !tags.empty(); ++i)
            any(tags)->second = {cell(), cell()};
    }

    ArrangementRequest request()
    {
        static const QStringList filters{{}, {}, u"1"_s, u"2 3"_s, u"TAG"_s, u"none at all"_s};
        return {filters[bounded(static_cast<int>(filters.size()))], bounded(4) - 1,
                bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder};
    }

private:
    Tags::iterator any(Tags &tags)
    {
        return std::next(tags.begin(), bounded(static_cast<int>(tags.size())));
    }

    QRandomGenerator m_random;
};

/** All that a view can read from a model. */
QList<QVariantList> content(const TagTableModel &model)
{
    QList<QVariantList> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QVariantList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            cells << index.data() << index.data(TagTableModel::CellRole);
        }
        rows << cells;
    }
    return rows;
}

/** A view's idea of the rows, kept up to date by the signals alone. */
class Follower : public QObject
{
public:
    explicit Follower(const TagTableModel &model) : m_model(model)
    {
        read();
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) {
                    m_rows.remove(first, last - first + 1);
                });
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) {
                    for (int row = first; row <= last; ++row)
                        m_rows.insert(row, content(m_model).at(row));
                });
        connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
            m_moving.clear();
            for (int row = 0; row < m_rows.size(); ++row)
                m_moving.append({m_model.index(row, 0), m_rows.at(row)});
        });
        connect(&model, &QAbstractItemModel::layoutChanged, this, [this] {
            for (const auto &[index, cells] : std::as_const(m_moving))
                m_rows[index.row()] = cells;
        });
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) {
                    for (int row = first.row(); row <= last.row(); ++row) {
                        for (int i = first.column() * 2; i < last.column() * 2 + 2; ++i)
                            m_rows[row][i] = content(m_model).at(row).at(i);
                    }
                });
        connect(&model, &QAbstractItemModel::modelReset, this, [this] { read(); });
    }

    const QList<QVariantList> &rows() const { return m_rows; }

private:
    void read() { m_rows = content(m_model); }

    const TagTableModel &m_model;
    QList<QVariantList> m_rows;
    QList<std::pair<QPersistentModelIndex, QVariantList>> m_moving;
};

} // namespace

class TestTagTableModelAtRandom : public QObject
{
    Q_OBJECT

private slots:
    void movesOnLikeAFreshModel_data();
    void movesOnLikeAFreshModel();
};

void TestTagTableModelAtRandom::movesOnLikeAFreshModel_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("changes");
    QTest::addColumn<int>("rounds");
    QTest::newRow("tiny") << 3 << 2 << 150;
    QTest::newRow("small changes") << 60 << 3 << 100;
    QTest::newRow("large changes") << 150 << 100 << 30;
}

void TestTagTableModelAtRandom::movesOnLikeAFreshModel()
{
    QFETCH(const int, size);
    QFETCH(const int, changes);
    QFETCH(const int, rounds);
    RandomTags random(static_cast<quint32>(size));
    Tags tags;
    random.change(tags, size * 2);

    TagTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(rearrange({}, toSnapshot(tags), 0, {}, CancelToken()));
    Follower follower(model);
    QItemSelectionModel selection(&model);

    for (int round = 0; round < rounds; ++round) {
        // Some rows are selected and some are remembered, with the names they have.
        selection.clearSelection();
        QSet<QString> selected;
        std::vector<std::pair<QPersistentModelIndex, QString>> remembered;
        for (int row = 0; row < model.rowCount(); ++row) {
            remembered.emplace_back(model.index(row, random.bounded(3)), model.name(row));
            if (random.bounded(3) == 0) {
                selection.select(model.index(row, 0),
                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
                selected << model.name(row);
            }
        }

        const bool sameSnapshot = random.bounded(3) == 0;
        if (!sameSnapshot)
            random.change(tags, changes);
        const SnapshotPtr snapshot = sameSnapshot ? model.arrangement().snapshot : toSnapshot(tags);
        const ArrangementRequest request =
            random.bounded(3) == 0 ? model.arrangement().request : random.request();
        model.apply(rearrange(model.arrangement(), snapshot, 0, request, CancelToken()));

        TagTableModel fresh;
        fresh.reset(arrange(snapshot, request, CancelToken()));
        QCOMPARE(content(model), content(fresh));
        QCOMPARE(follower.rows(), content(fresh));

        QSet<QString> shownNow;
        for (int row = 0; row < model.rowCount(); ++row)
            shownNow << model.name(row);
        for (const auto &[index, name] : remembered) {
            QCOMPARE(index.isValid(), shownNow.contains(name));
            if (index.isValid())
                QCOMPARE(model.name(index.row()), name);
        }
        QSet<QString> stillSelected;
        const QModelIndexList rows = selection.selectedRows();
        for (const QModelIndex &index : rows)
            stillSelected << model.name(index.row());
        QCOMPARE(stillSelected, selected & shownNow);
    }
}

QTEST_GUILESS_MAIN(TestTagTableModelAtRandom)

#include "TestTagTableModelAtRandom.moc"
