// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ChangePreview.h"

#include <QLabel>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <memory>
#include <vector>

namespace tagsmith
{

using namespace Qt::StringLiterals;

/** How a change is tried and done; the test gives the answers that a database would. */
class TestChangePreview : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void showsThenApplies();
    void dropsLateAnswers();
    void stopsOnRequest();
    void showsErrorsInPlace();
    void triesAgainWhenTheWorldHasMoved();
    void failsInPlaceWhenApplying();
    void cancelsWhenDestroyed();

private:
    using State = ChangePreview::State;
    struct Run
    {
        bool dryRun;
        ShownReceipt shown;
        CancelToken token;
        std::shared_ptr<QPromise<Result<Receipt>>> promise;
    };

    Change change();
    void answer(size_t run, const Result<Receipt> &result);
    static Receipt moving(qint64 count);
    QString message() const;
    QString summary() const;

    std::vector<Run> m_runs;
    std::unique_ptr<ChangePreview> m_preview;
};

void TestChangePreview::init()
{
    m_runs.clear();
    m_preview = std::make_unique<ChangePreview>();
    m_preview->show();
}

Change TestChangePreview::change()
{
    Change change;
    change.run = [this](bool dryRun, const ShownReceipt &shown) {
        Run run{dryRun, shown, {}, std::make_shared<QPromise<Result<Receipt>>>()};
        run.promise->start();
        m_runs.push_back(run);
        Pending<Receipt> pending;
        pending.future = run.promise->future();
        pending.token = run.token;
        return pending;
    };
    change.subject = {u"a"_s, 1, u"b"_s, {}};
    change.applyingLabel = u"Merging…"_s;
    return change;
}

void TestChangePreview::answer(size_t run, const Result<Receipt> &result)
{
    m_runs[run].promise->addResult(result);
    m_runs[run].promise->finish();
}

Receipt TestChangePreview::moving(qint64 count)
{
    Receipt receipt;
    receipt.kind = u"merge"_s;
    receipt.references = {{u"uses"_s, u"tag"_s, count, 0, 0}};
    return receipt;
}

QString TestChangePreview::message() const
{
    const auto *shown = m_preview->findChild<QWidget *>(u"previewMessage"_s);
    return shown->isVisible() ? shown->findChild<QLabel *>(u"messageText"_s)->text() : QString();
}

QString TestChangePreview::summary() const
{
    const auto *label = m_preview->findChild<QLabel *>(u"summaryLabel"_s);
    return label->isVisible() ? label->text() : QString();
}

void TestChangePreview::showsThenApplies()
{
    QSignalSpy applied(m_preview.get(), &ChangePreview::applied);
    m_preview->setChange(change());
    QCOMPARE(m_preview->state(), State::Trying);
    QVERIFY(m_preview->findChild<QPushButton *>(u"stopButton"_s)->isVisible());
    QVERIFY(m_runs[0].dryRun);
    m_preview->apply(); // nothing is shown yet
    QCOMPARE(m_runs.size(), size_t(1));
    answer(0, moving(3));
    QTRY_COMPARE(m_preview->state(), State::Ready);
    QCOMPARE(summary(), u"“a” becomes “b”: 3 taggings move."_s);

    m_preview->apply();
    QCOMPARE(m_preview->state(), State::Applying);
    QVERIFY(!m_runs[1].dryRun);
    // The real run is told what was shown.
    QVERIFY(m_runs[1].shown);
    QCOMPARE(m_runs[1].shown->references[0].moved, 3);
    answer(1, moving(3));
    QTRY_COMPARE(applied.size(), 1);
}

void TestChangePreview::dropsLateAnswers()
{
    m_preview->setChange(change());
    m_preview->setChange(change());
    QVERIFY(m_runs[0].token.isCancelled());
    QVERIFY(!m_runs[1].token.isCancelled());
    answer(1, moving(2));
    QTRY_COMPARE(m_preview->state(), State::Ready);
    answer(0, moving(99));
    QCoreApplication::processEvents();
    QCOMPARE(summary(), u"“a” becomes “b”: 2 taggings move."_s);

    m_preview->setChange(change());
    m_preview->setNothing(u"Choose one."_s);
    QVERIFY(m_runs[2].token.isCancelled());
    answer(2, moving(77));
    QCoreApplication::processEvents();
    QCOMPARE(m_preview->state(), State::Idle);
    QCOMPARE(message(), u"Choose one."_s);
    QVERIFY(!m_preview->receipt());
}

void TestChangePreview::stopsOnRequest()
{
    m_preview->setChange(change());
    QTest::mouseClick(m_preview->findChild<QPushButton *>(u"stopButton"_s), Qt::LeftButton);
    QVERIFY(m_runs[0].token.isCancelled());
    answer(0, Error{ErrorKind::Cancelled, u"cancelled"_s});
    QTRY_COMPARE(m_preview->state(), State::Failed);
    QCOMPARE(message(), u"Stopped; nothing was changed."_s);
    QTest::mouseClick(m_preview->findChild<QPushButton *>(u"retryButton"_s), Qt::LeftButton);
    QCOMPARE(m_runs.size(), size_t(2));
    QVERIFY(!m_runs[1].token.isCancelled());
    answer(1, moving(1));
    QTRY_COMPARE(m_preview->state(), State::Ready);
    QCOMPARE(message(), QString());
}

void TestChangePreview::showsErrorsInPlace()
{
    QSignalSpy refused(m_preview.get(), &ChangePreview::refused);
    m_preview->setChange(change());
    answer(0, moving(5));
    QTRY_COMPARE(m_preview->state(), State::Ready);
    m_preview->setChange(change());
    answer(1, Error{ErrorKind::Refused, u"“a” cannot be merged away: it is the default."_s});
    QTRY_COMPARE(m_preview->state(), State::Failed);
    QCOMPARE(message(), u"“a” cannot be merged away: it is the default."_s);
    QCOMPARE(summary(), QString());
    QVERIFY(!m_preview->receipt());
    QCOMPARE(refused.size(), 1);
    m_preview->apply();
    QCOMPARE(m_runs.size(), size_t(2));
}

void TestChangePreview::triesAgainWhenTheWorldHasMoved()
{
    m_preview->setChange(change());
    answer(0, moving(5));
    QTRY_COMPARE(m_preview->state(), State::Ready);
    m_preview->apply();
    answer(1, Error{ErrorKind::Conflict, u"uses.tag: moved 5 → 6"_s});
    QTRY_COMPARE(m_runs.size(), size_t(3));
    QVERIFY(m_runs[2].dryRun);
    answer(2, moving(6));
    QTRY_COMPARE(m_preview->state(), State::Ready);
    QVERIFY2(message().contains(u"no longer"_s), qPrintable(message()));
    QCOMPARE(summary(), u"“a” becomes “b”: 6 taggings move."_s);
    m_preview->apply();
    QCOMPARE(m_runs[3].shown->references[0].moved, 6);
    answer(3, moving(6));
    QTRY_COMPARE(m_preview->state(), State::Idle);
}

void TestChangePreview::failsInPlaceWhenApplying()
{
    m_preview->setChange(change());
    answer(0, moving(5));
    QTRY_COMPARE(m_preview->state(), State::Ready);
    m_preview->apply();
    answer(1, Error{ErrorKind::Constraint, u"A trigger of uses said no."_s});
    QTRY_COMPARE(m_preview->state(), State::Failed);
    QCOMPARE(message(), u"A trigger of uses said no."_s);
}

void TestChangePreview::cancelsWhenDestroyed()
{
    m_preview->setChange(change());
    m_preview.reset();
    QVERIFY(m_runs[0].token.isCancelled());
    answer(0, moving(5));
    QCoreApplication::processEvents();
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestChangePreview)
#include "TestChangePreview.moc"
