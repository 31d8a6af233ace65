// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportSourceBar.h"

#include "core/KnownEncodings.h"
#include "gui/FormatTitles.h"
#include "gui/ImportSourceFromMime.h"

#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>

namespace tagsmith
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int typingPauseMsecs = 300;

bool isSame(const ImportSource &a, const ImportSource &b)
{
    return a.path == b.path && a.data == b.data && a.format == b.format && a.encoding == b.encoding;
}

} // namespace

ImportSourceBar::ImportSourceBar(QWidget *parent)
    : QWidget(parent), m_path(new QLineEdit(this)), m_choose(new QPushButton(tr("C&hoose…"), this)),
      m_paste(new QPushButton(tr("&Paste from clipboard"), this)), m_format(new QComboBox(this)),
      m_encoding(new QComboBox(this)), m_typing(new QTimer(this))
{
    fillChoices();
    buildLayout();
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPauseMsecs);

    connect(m_path, &QLineEdit::textEdited, this, &ImportSourceBar::onPathEdited);
    connect(m_path, &QLineEdit::editingFinished, this, &ImportSourceBar::announce);
    connect(m_typing, &QTimer::timeout, this, &ImportSourceBar::announce);
    connect(m_choose, &QPushButton::clicked, this, &ImportSourceBar::chooseRequested);
    connect(m_paste, &QPushButton::clicked, this, &ImportSourceBar::paste);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ImportSourceBar::announce);
    connect(m_encoding, &QComboBox::activated, this, &ImportSourceBar::announce);
    connect(m_encoding->lineEdit(), &QLineEdit::editingFinished, this,
            &ImportSourceBar::onEncodingEdited);
}

void ImportSourceBar::fillChoices()
{
    m_format->addItem(tr("Recognised"));
    for (const FileFormat format : {FileFormat::Csv, FileFormat::Tsv, FileFormat::Json,
                                    FileFormat::JsonLines, FileFormat::Lines})
        m_format->addItem(fileFormatTitle(format), fileFormatName(format));
    m_format->setMinimumContentsLength(20);

    m_encoding->setEditable(true);
    m_encoding->setInsertPolicy(QComboBox::NoInsert);
    m_encoding->addItem(tr("Recognised"));
    m_encoding->addItems(knownEncodings());
    m_encoding->setMinimumContentsLength(20);
    m_encoding->setToolTip(tr("A name from the list, or any other that ICU knows"));
}

void ImportSourceBar::buildLayout()
{
    m_path->setObjectName(u"pathEdit"_s);
    m_path->setAccessibleName(tr("File to import"));
    m_path->setPlaceholderText(tr("Choose a file, or drop a file or text here"));
    m_path->setClearButtonEnabled(true);
    m_choose->setObjectName(u"chooseButton"_s);
    m_paste->setObjectName(u"pasteButton"_s);
    m_format->setObjectName(u"formatChoice"_s);
    m_format->setAccessibleName(tr("Format of the file"));
    m_encoding->setObjectName(u"encodingChoice"_s);
    m_encoding->setAccessibleName(tr("Encoding of the file"));
    m_choose->setAutoDefault(false);
    m_paste->setAutoDefault(false);

    const auto makeLabel = [this](const QString &text, const QString &name, QWidget *buddy) {
        auto *label = new QLabel(text, this);
        label->setObjectName(name);
        label->setBuddy(buddy);
        return label;
    };
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(makeLabel(tr("&File:"), u"pathLabel"_s, m_path), 0, 0);
    grid->addWidget(m_path, 0, 1, 1, 3);
    grid->addWidget(m_choose, 0, 4);
    grid->addWidget(m_paste, 0, 5);
    grid->addWidget(makeLabel(tr("Fo&rmat:"), u"formatLabel"_s, m_format), 1, 0);
    grid->addWidget(m_format, 1, 1);
    grid->addWidget(makeLabel(tr("&Encoding:"), u"encodingLabel"_s, m_encoding), 1, 2);
    grid->addWidget(m_encoding, 1, 3);
    grid->setColumnStretch(3, 1);

    setFocusProxy(m_path);
    setTabOrder(m_path, m_choose);
    setTabOrder(m_choose, m_paste);
    setTabOrder(m_paste, m_format);
    setTabOrder(m_format, m_encoding);
}

ImportSource ImportSourceBar::source() const
{
    ImportSource source;
    source.data = m_data;
    source.path = m_data ? QString() : m_path->text();
    source.format = fileFormatFromName(m_format->currentData().toString());
    source.encoding = encoding();
    return source;
}

bool ImportSourceBar::hasSource() const
{
    return m_data.has_value() || !m_path->text().isEmpty();
}

QString ImportSourceBar::encoding() const
{
    const QString text = m_encoding->currentText().trimmed();
    return text == m_encoding->itemText(0) ? QString() : text;
}

void ImportSourceBar::setSource(const ImportSource &source)
{
    resetRecognised();
    if (source.data)
        setData(*source.data);
    else
        m_path->setText(source.path);
    const int format = source.format ? m_format->findData(fileFormatName(*source.format)) : 0;
    const QSignalBlocker blocker(m_format);
    m_format->setCurrentIndex(format);
    if (!source.encoding.isEmpty())
        m_encoding->setEditText(source.encoding);
    // Chosen again, a file is read again: it may be another one by now.
    m_typing->stop();
    m_announced = this->source();
    emit sourceChanged();
}

void ImportSourceBar::setPath(const QString &path)
{
    ImportSource source;
    source.path = path;
    setSource(source);
}

void ImportSourceBar::setData(const QByteArray &text)
{
    m_data = text;
    m_path->clear();
    const qsizetype lines = text.count('\n') + (text.endsWith('\n') ? 0 : 1);
    m_path->setPlaceholderText(lines == 1 ? tr("Text, 1 line")
                                          : tr("Text, %1 lines").arg(QLocale().toString(lines)));
}

void ImportSourceBar::resetRecognised()
{
    m_data.reset();
    m_path->clear();
    m_path->setPlaceholderText(tr("Choose a file, or drop a file or text here"));
    const QSignalBlocker formatBlocker(m_format);
    const QSignalBlocker encodingBlocker(m_encoding);
    m_format->setItemText(0, tr("Recognised"));
    m_format->setCurrentIndex(0);
    m_encoding->setItemText(0, tr("Recognised"));
    m_encoding->setCurrentIndex(0);
    m_encoding->setEditText(m_encoding->itemText(0));
}

void ImportSourceBar::showRecognised(FileFormat format, const QString &encodingName)
{
    const bool isOpen = encoding().isEmpty();
    m_format->setItemText(0, tr("Recognised: %1").arg(fileFormatTitle(format)));
    const QString chosen = m_encoding->currentText();
    m_encoding->setItemText(0, isOpen ? tr("Recognised: %1").arg(encodingName) : tr("Recognised"));
    // Changing the item's text writes over what was typed into an editable choice.
    m_encoding->setEditText(isOpen ? m_encoding->itemText(0) : chosen);
}

void ImportSourceBar::paste()
{
    const QMimeData *content = QGuiApplication::clipboard()->mimeData();
    const auto source = content ? importSourceFromMime(*content) : std::nullopt;
    if (source)
        setSource(*source);
    else
        emit refused(tr("The clipboard holds neither text nor a single file; copy some and try "
                        "again."));
}

void ImportSourceBar::onPathEdited()
{
    m_data.reset();
    m_typing->start();
}

void ImportSourceBar::onEncodingEdited()
{
    if (m_encoding->currentText().trimmed().isEmpty())
        m_encoding->setEditText(m_encoding->itemText(0));
    announce();
}

void ImportSourceBar::announce()
{
    m_typing->stop();
    const ImportSource now = source();
    if (isSame(now, m_announced))
        return;
    m_announced = now;
    emit sourceChanged();
}

} // namespace tagsmith
