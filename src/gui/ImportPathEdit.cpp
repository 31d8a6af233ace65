// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportPathEdit.h"

#include "core/ImportFiles.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTimer>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int typingPauseMsecs = 300;

} // namespace

ImportPathEdit::ImportPathEdit(QWidget *parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_button(new QPushButton(this)),
      m_typing(new QTimer(this))
{
    m_line->setObjectName(u"pathEdit"_s);
    m_line->setAccessibleName(tr("File to import"));
    m_line->setClearButtonEnabled(true);
    m_button->setObjectName(u"filesButton"_s);
    m_button->setAutoDefault(false);
    m_button->setMenu(new QMenu(m_button));
    m_button->setToolTip(tr("Leave out some of the files"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_button);
    setFocusProxy(m_line);
    setTabOrder(m_line, m_button);

    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPauseMsecs);
    connect(m_typing, &QTimer::timeout, this, &ImportPathEdit::chosen);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        m_text.reset();
        m_line->setPlaceholderText(placeText());
        m_typing->start();
        emit edited();
    });
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        m_typing->stop();
        emit chosen();
    });
    showPaths();
}

QWidget *ImportPathEdit::lastWidget() const
{
    return m_button;
}

QStringList ImportPathEdit::paths() const
{
    if (!m_paths.isEmpty())
        return m_paths;
    return m_text || m_line->text().isEmpty() ? QStringList() : QStringList(m_line->text());
}

void ImportPathEdit::setPaths(const QStringList &paths)
{
    m_typing->stop();
    m_text.reset();
    m_paths = paths.size() > 1 ? paths : QStringList();
    m_line->setText(paths.size() == 1 ? paths.constFirst() : QString());
    showPaths();
}

void ImportPathEdit::setText(const QByteArray &text)
{
    setPaths({});
    m_text = text;
    const qsizetype lines = text.count('\n') + (text.endsWith('\n') ? 0 : 1);
    m_line->setPlaceholderText(lines == 1 ? tr("Text, 1 line")
                                          : tr("Text, %1 lines").arg(QLocale().toString(lines)));
}

QString ImportPathEdit::placeText() const
{
    return tr("Choose files, or drop files or text here");
}

void ImportPathEdit::showPaths()
{
    const bool areSeveral = !m_paths.isEmpty();
    m_line->setReadOnly(areSeveral); // a path typed behind "a.csv and 2 more" would mean nothing
    m_line->setPlaceholderText(placeText());
    m_line->setToolTip({});
    m_button->setVisible(areSeveral);
    if (!areSeveral)
        return;
    m_line->setText(filesText(m_paths));
    // In rich text alone no name of a file can be taken for markup.
    m_line->setToolTip(u"<p style='white-space:pre'>"_s + m_paths.join(u'\n').toHtmlEscaped() +
                       u"</p>"_s);
    m_button->setText(tr("%1 files").arg(QLocale().toString(m_paths.size())));
    fillMenu();
}

void ImportPathEdit::fillMenu()
{
    QMenu *menu = m_button->menu();
    menu->clear();
    const QStringList titles = fileTitles(m_paths);
    for (qsizetype i = 0; i < m_paths.size(); ++i) {
        const QString title = QString(titles[i]).replace(u'&', u"&&"_s);
        const QAction *action = menu->addAction(tr("Leave out “%1”").arg(title));
        connect(
            action, &QAction::triggered, this, [this, path = m_paths[i]] { leaveOut(path); },
            Qt::QueuedConnection);
    }
    menu->addSeparator();
    const QAction *all = menu->addAction(tr("Leave out all of them"));
    connect(
        all, &QAction::triggered, this,
        [this] {
            setPaths({});
            emit chosen();
        },
        Qt::QueuedConnection);
}

void ImportPathEdit::leaveOut(const QString &path)
{
    QStringList rest = m_paths;
    rest.removeOne(path);
    setPaths(rest);
    emit chosen();
}

} // namespace tagsmith
