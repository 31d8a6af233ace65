// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "SaveScreenshot.h"
#include "WindowFixture.h"

#include "gui/ChangePreview.h"
#include "support/DatabaseTestCase.h"

#include <QAbstractButton>
#include <QDialog>

#include <memory>

namespace tagsmith
{

/** The base of a test class whose cases merge, rename or delete in the window. */
class ChangeTestCase : public DatabaseTestCase
{
protected:
    /** Tags with keys of their own, a slug, and taggings of two kinds. */
    void createBlog()
    {
        for (const char *sql :
             {"CREATE TABLE tags (id INTEGER PRIMARY KEY, name VARCHAR(60) NOT NULL UNIQUE, "
              "slug VARCHAR(60))",
              "INSERT INTO tags VALUES (1, 'java', 'java'), (2, 'Java 8', 'java-8'), "
              "(3, 'javascript', 'javascript'), (4, 'Qt', 'qt'), (5, 'unused', 'unused')",
              "CREATE TABLE taggings (post INTEGER NOT NULL, tag_id INTEGER NOT NULL, "
              "PRIMARY KEY (post, tag_id), FOREIGN KEY (tag_id) REFERENCES tags (id))",
              "INSERT INTO taggings VALUES (10, 1), (11, 1), (12, 1), (10, 2), (20, 2), (30, 3), "
              "(40, 4)",
              "CREATE TABLE favourites (person VARCHAR(50), tag_id INTEGER, "
              "FOREIGN KEY (tag_id) REFERENCES tags (id))",
              "INSERT INTO favourites VALUES ('ann', 2)"})
            database().execute(QString::fromLatin1(sql));
    }
    /** Lets the database give new tags of the blog their keys, as SQLite does anyway. */
    void numberNewTags()
    {
        if (isMariaDb())
            database().execute(QStringLiteral("SET STATEMENT foreign_key_checks=0 FOR ALTER TABLE "
                                              "tags MODIFY id INTEGER NOT NULL AUTO_INCREMENT"));
    }
    void makeWindow() { m_window = std::make_unique<WindowFixture>(); }
    void openWindow()
    {
        makeWindow();
        QVERIFY(m_window->open(database().profile()));
    }
    WindowFixture &window() { return *m_window; }
    void closeWindow() { m_window.reset(); }

    QStringList names() const { return m_window->shown(nameColumn()); }
    int nameColumn() const
    {
        const QAbstractItemModel *model = m_window->table()->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            const QString title = model->headerData(column, Qt::Horizontal).toString();
            if (title == QStringLiteral("name") || title == QStringLiteral("tag_id"))
                return column;
        }
        return 0;
    }
    /** Selects the tags called so, and no others. */
    void select(const QStringList &wanted)
    {
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const auto row = static_cast<int>(names().indexOf(wanted.at(i)));
            m_window->click(row, i == 0 ? Qt::NoModifier : Qt::ControlModifier, nameColumn());
        }
        QCOMPARE(m_window->table()->selectedRowCount(), static_cast<int>(wanted.size()));
    }
    /** The rows of `taggings` as "post-tag". */
    QStringList taggings()
    {
        QStringList all;
        const auto rows =
            database().rows(QStringLiteral("SELECT post, tag_id FROM taggings ORDER BY 1, 2"));
        for (const QStringList &row : rows)
            all << row.join(u'-');
        return all;
    }

    static ChangePreview *preview(const QDialog *dialog)
    {
        return dialog->findChild<ChangePreview *>();
    }
    static bool isReady(const QDialog *dialog)
    {
        return preview(dialog)->state() == ChangePreview::State::Ready;
    }
    static QAbstractButton *button(const QDialog *dialog, const char *name)
    {
        auto *found = dialog->findChild<QAbstractButton *>(QString::fromLatin1(name));
        if (!found)
            qFatal("There is no button called %s.", name);
        return found;
    }
    static void click(const QDialog *dialog, const char *name)
    {
        QTest::mouseClick(button(dialog, name), Qt::LeftButton);
    }
    static QString summary(const QDialog *dialog)
    {
        return dialog->findChild<QLabel *>(QStringLiteral("summaryLabel"))->text();
    }
    static QString message(const QDialog *dialog)
    {
        return dialog->findChild<QWidget *>(QStringLiteral("previewMessage"))
            ->findChild<QLabel *>(QStringLiteral("messageText"))
            ->text();
    }

private:
    std::unique_ptr<WindowFixture> m_window;
};

} // namespace tagsmith
