// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/DatabaseExecutor.h"
#include "gui/MainWindow.h"
#include "gui/ScriptedPrompts.h"
#include "repository/ProfileStore.h"
#include "repository/TagRepository.h"
#include "support/AnswerOf.h"
#include "support/DatabaseTestCase.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <optional>

using namespace Qt::StringLiterals;

namespace tagsmith
{

namespace
{

constexpr int storedTags = 50;
// SQLite takes in a fraction of the time; a round has to last long enough to be met half-way.
const int fileTags = TestDatabase::isMariaDb() ? 20'000 : 150'000;
constexpr int timedRounds = 24;
constexpr int progressRounds = 24;

/** The program as main() puts it together, with an import that runs beside the window. */
struct Program
{
    DatabaseExecutor executor;
    TagRepository repository{executor};
    ProfileStore profiles;
    ScriptedPrompts prompts;
    MainWindow window{repository, profiles, prompts};
    std::optional<Pending<ImportAccount>> import;
};

/** When a round closes the window. */
enum class Moment {
    BeforeTheLoop,  ///< nothing has begun to be answered yet
    WithTheImport,  ///< in the same breath in which the import is asked for
    AfterTime,      ///< a share of the time that an undisturbed import takes
    AtProgress,     ///< once a share of the records has been dealt with
    AfterTheImport, ///< when the import has been answered
};

} // namespace

/**
 * The window is closed while an import runs, at many different moments: the loop ends only after
 * the last connection is closed, and the import is whole or absent.
 */
class TestLifecycle : public DatabaseTestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void closesAtAnyMoment_data();
    void closesAtAnyMoment();
    void anImportThatIsNotToBeCancelledKeepsTheWindowOpen();
    void closesTwiceAsOnce();
    void cleanupTestCase();

private:
    /** Opens the window on test_db and starts the import once its vocabulary is known. */
    void begin(Program &program, const std::function<void()> &importStarted);
    void arrangeClosing(Program &program, Moment moment, double share);
    void verifyEnded(const Program &program);
    void verifyWholeOrAbsent(Program &program);

    QTemporaryDir m_folder;
    QString m_file;
    int m_rounds = 0;
    int m_wholeImports = 0;
    int m_cancelledImports = 0; ///< after a part of the records had been dealt with
    qint64 m_importMs = 0;      ///< how long an undisturbed import takes, answer included
};

void TestLifecycle::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"tagsmith-lifecycle-test"_s);
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.path()));
    m_file = m_folder.filePath(u"many.csv"_s);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("tag_id\n");
    for (int i = 0; i < fileTags; ++i)
        file.write(QByteArray::number(i).rightJustified(8, '0').prepend("imported-") + '\n');
    file.close();

    init();
    QElapsedTimer timer;
    Program program;
    const auto source = answerOf(program.repository.open(database().profile()));
    VERIFY_OK(source);
    timer.start();
    ImportRequest request;
    request.source.path = m_file;
    const auto account = answerOf(program.repository.importTags(*source, request));
    VERIFY_OK(account);
    QCOMPARE(account->inserted, fileTags);
    m_importMs = timer.elapsed();
    program.executor.waitForDone();
    cleanup();
}

void TestLifecycle::init()
{
    DatabaseTestCase::init();
    database().createMinimalTable();
    QStringList names;
    for (int i = 0; i < storedTags; ++i)
        names << u"stored-%1"_s.arg(i);
    database().insertTags(names);
    DatabaseExecutor executor;
    TagRepository repository(executor);
    VERIFY_OK(answerOf(repository.createJournal(database().profile())));
    executor.waitForDone();
}

void TestLifecycle::begin(Program &program, const std::function<void()> &importStarted)
{
    program.window.show();
    program.window.openProfile(database().profile());
    whenDone(&program.window, program.repository.open(database().profile()),
             [this, &program, importStarted](const Result<TagSource> &source) {
                 if (!source) // closed before: then there is nothing to import into
                     return;
                 ImportRequest request;
                 request.source.path = m_file;
                 program.import = program.repository.importTags(*source, request);
                 importStarted();
             });
}

void TestLifecycle::arrangeClosing(Program &program, Moment moment, double share)
{
    MainWindow &window = program.window;
    program.prompts.answers.assign(10, true); // "cancel them and quit"
    switch (moment) {
    case Moment::BeforeTheLoop:
        begin(program, [] {});
        window.close();
        break;
    case Moment::WithTheImport: begin(program, [&window] { window.close(); }); break;
    case Moment::AfterTime:
        QTimer::singleShot(static_cast<int>(share * static_cast<double>(m_importMs)), &window,
                           &QWidget::close);
        begin(program, [] {});
        break;
    case Moment::AtProgress:
        begin(program, [&program, &window, share] {
            whenProgressed(&window, *program.import, [&window, share](const Progress &progress) {
                if (static_cast<double>(progress.records) >= share * fileTags)
                    window.close();
            });
            // The last part may be dealt with without a further report.
            whenDone(&window, *program.import,
                     [&window](const Result<ImportAccount> &) { window.close(); });
        });
        break;
    case Moment::AfterTheImport:
        begin(program, [&program, &window] {
            whenDone(&window, *program.import,
                     [&window](const Result<ImportAccount> &) { window.close(); });
        });
        break;
    }
}

void TestLifecycle::verifyEnded(const Program &program)
{
    // Before anything else has a chance to run: what the loop's end leaves is what counts.
    QCOMPARE(DriverAnchor::leftoverConnections(), QStringList());
    QCOMPARE(program.repository.runningOperations(), 0);
    QVERIFY(!program.window.isVisible());
}

void TestLifecycle::verifyWholeOrAbsent(Program &program)
{
    ++m_rounds;
    program.executor.waitForDone();
    const qint64 stored = database().number(u"SELECT COUNT(*) FROM tags"_s);
    if (!program.import) {
        QCOMPARE(stored, storedTags);
        return;
    }
    const auto &future = program.import->future;
    QVERIFY(future.isFinished());
    const Result<ImportAccount> answer = future.resultAt(future.resultCount() - 1);
    QCOMPARE(stored, answer ? storedTags + fileTags : storedTags);
    if (answer) {
        ++m_wholeImports;
    } else {
        m_cancelledImports += program.import->progress->latest().records > 0 ? 1 : 0;
        QVERIFY2(answer.error().kind == ErrorKind::Cancelled ||
                     answer.error().kind == ErrorKind::Refused,
                 qPrintable(answer.error().message));
    }
}

void TestLifecycle::closesAtAnyMoment_data()
{
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<double>("share");
    QTest::newRow("before the loop") << Moment::BeforeTheLoop << 0.0;
    QTest::newRow("with the import") << Moment::WithTheImport << 0.0;
    QTest::newRow("after the import") << Moment::AfterTheImport << 0.0;
    for (int i = 0; i < timedRounds; ++i) {
        const double share = 1.25 * i / timedRounds;
        QTest::addRow("after %.2f of the time", share) << Moment::AfterTime << share;
    }
    for (int i = 0; i < progressRounds; ++i) {
        const double share = 1.0 * i / (progressRounds - 1);
        QTest::addRow("at %.2f of the records", share) << Moment::AtProgress << share;
    }
}

void TestLifecycle::closesAtAnyMoment()
{
    QFETCH(const Moment, moment);
    QFETCH(const double, share);
    Program program;
    arrangeClosing(program, moment, share);
    QApplication::exec();
    verifyEnded(program);
    verifyWholeOrAbsent(program);
}

void TestLifecycle::anImportThatIsNotToBeCancelledKeepsTheWindowOpen()
{
    Program program;
    program.prompts.answers = {false};
    bool wasVisible = false;
    begin(program, [&program, &wasVisible] {
        program.window.close();
        whenDone(&program.window, *program.import,
                 [&program, &wasVisible](const Result<ImportAccount> &) {
                     wasVisible = program.window.isVisible();
                     program.window.close();
                 });
    });
    QApplication::exec();
    QVERIFY(wasVisible);
    QCOMPARE(program.prompts.questions.size(), 1U);
    verifyEnded(program);
    verifyWholeOrAbsent(program);
    QCOMPARE(database().number(u"SELECT COUNT(*) FROM tags"_s), storedTags + fileTags);
}

void TestLifecycle::closesTwiceAsOnce()
{
    Program program;
    program.prompts.answers.assign(10, true);
    begin(program, [&program] {
        program.window.close();
        program.window.close();
        QTimer::singleShot(0, &program.window, &QWidget::close);
    });
    QApplication::exec();
    verifyEnded(program);
    verifyWholeOrAbsent(program);
}

void TestLifecycle::cleanupTestCase()
{
    qInfo("%d imports ended whole, %d were cancelled half-way", m_wholeImports, m_cancelledImports);
    if (m_rounds < timedRounds + progressRounds)
        return; // somebody runs single cases
    QVERIFY(m_wholeImports > 0);
    QVERIFY(m_cancelledImports > 0);
}

} // namespace tagsmith

QTEST_MAIN(tagsmith::TestLifecycle)
#include "TestLifecycle.moc"
