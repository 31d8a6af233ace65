// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportSourceBar.h"

#include "gui/ImportContentChoice.h"
#include "gui/ImportDelimiterChoice.h"
#include "gui/ImportEncodingChoice.h"
#include "gui/ImportFormatChoice.h"
#include "gui/ImportPathEdit.h"
#include "gui/ImportSheetChoice.h"
#include "gui/ImportSourceFromMime.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ImportSourceBar::ImportSourceBar(QWidget *parent)
    : QWidget(parent), m_path(new ImportPathEdit(this)),
      m_choose(new QPushButton(tr("C&hoose…"), this)),
      m_paste(new QPushButton(tr("&Paste from clipboard"), this)),
      m_format(new ImportFormatChoice(this)), m_encodingLabel(new QLabel(tr("&Encoding:"), this)),
      m_encoding(new ImportEncodingChoice(this)),
      m_delimiterLabel(new QLabel(tr("&Delimiter:"), this)),
      m_delimiter(new ImportDelimiterChoice(this)), m_sheetLabel(new QLabel(tr("Sh&eet:"), this)),
      m_sheet(new ImportSheetChoice(this)),
      m_contentLabel(new QLabel(tr("Each re&cord is:"), this)),
      m_content(new ImportContentChoice(this)), m_encodingNote(new QLabel(this))
{
    nameWidgets();
    buildLayout();
    connectChoices();
    showFittingChoices();
}

void ImportSourceBar::connectChoices()
{
    connect(m_path, &ImportPathEdit::edited, this, &ImportSourceBar::resetDetails);
    connect(m_path, &ImportPathEdit::chosen, this, &ImportSourceBar::announce);
    connect(m_choose, &QPushButton::clicked, this, &ImportSourceBar::chooseRequested);
    connect(m_paste, &QPushButton::clicked, this, &ImportSourceBar::paste);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        showFittingChoices();
        announce();
    });
    connect(m_encoding, &ImportEncodingChoice::chosen, this, &ImportSourceBar::announce);
    connect(m_delimiter, &ImportDelimiterChoice::chosen, this, &ImportSourceBar::announce);
    connect(m_delimiter, &ImportDelimiterChoice::refused, this, &ImportSourceBar::refused);
    connect(m_sheet, &QComboBox::currentIndexChanged, this, &ImportSourceBar::announce);
    connect(m_content, &QComboBox::currentIndexChanged, this, &ImportSourceBar::announce);
}

void ImportSourceBar::nameWidgets()
{
    m_choose->setObjectName(u"chooseButton"_s);
    m_paste->setObjectName(u"pasteButton"_s);
    m_format->setObjectName(u"formatChoice"_s);
    m_format->setAccessibleName(tr("Format of the file"));
    m_encoding->setObjectName(u"encodingChoice"_s);
    m_encoding->setAccessibleName(tr("Encoding of the file"));
    m_encodingLabel->setObjectName(u"encodingLabel"_s);
    m_encodingLabel->setBuddy(m_encoding);
    m_encodingNote->setObjectName(u"encodingNote"_s);
    m_encodingNote->setTextFormat(Qt::PlainText);
    m_encodingNote->setWordWrap(true);
    m_delimiter->setObjectName(u"delimiterChoice"_s);
    m_delimiter->setAccessibleName(tr("Delimiter of the fields"));
    m_delimiterLabel->setObjectName(u"delimiterLabel"_s);
    m_delimiterLabel->setBuddy(m_delimiter);
    m_sheet->setObjectName(u"sheetChoice"_s);
    m_sheet->setAccessibleName(tr("Sheet of the workbook"));
    m_sheetLabel->setObjectName(u"sheetLabel"_s);
    m_sheetLabel->setBuddy(m_sheet);
    m_content->setObjectName(u"contentChoice"_s);
    m_content->setAccessibleName(tr("What each record is"));
    m_contentLabel->setObjectName(u"contentLabel"_s);
    m_contentLabel->setBuddy(m_content);
    m_choose->setAutoDefault(false);
    m_paste->setAutoDefault(false);
}

void ImportSourceBar::buildLayout()
{
    const auto makeLabel = [this](const QString &text, const QString &name, QWidget *buddy) {
        auto *label = new QLabel(text, this);
        label->setObjectName(name);
        label->setBuddy(buddy);
        return label;
    };
    auto *files = new QHBoxLayout;
    files->addWidget(m_path, 1);
    files->addWidget(m_choose);
    files->addWidget(m_paste);
    auto *form = new QGridLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addWidget(makeLabel(tr("&File:"), u"pathLabel"_s, m_path), 0, 0);
    form->addLayout(files, 0, 1);
    form->addWidget(makeLabel(tr("Fo&rmat:"), u"formatLabel"_s, m_format), 1, 0);
    form->addLayout(makeDetails(), 1, 1);
    form->addWidget(m_contentLabel, 2, 0);
    form->addLayout(makeRecords(), 2, 1);
    form->setColumnStretch(1, 1);

    setFocusProxy(m_path);
    const QList<QWidget *> order{m_path->lastWidget(), m_choose, m_paste,     m_format,
                                 m_encoding,           m_sheet,  m_delimiter, m_content};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

QLayout *ImportSourceBar::makeDetails()
{
    auto *details = new QHBoxLayout;
    for (QLabel *label : {m_encodingLabel, m_sheetLabel, m_delimiterLabel})
        label->setContentsMargins(12, 0, 0, 0);
    details->addWidget(m_format, 1);
    // Of encoding and sheet only one is ever shown, so that they may have the same mnemonic.
    details->addWidget(m_encodingLabel);
    details->addWidget(m_encoding, 1);
    details->addWidget(m_sheetLabel);
    details->addWidget(m_sheet, 1);
    details->addWidget(m_delimiterLabel);
    details->addWidget(m_delimiter);
    return details;
}

QLayout *ImportSourceBar::makeRecords()
{
    auto *records = new QHBoxLayout;
    records->addWidget(m_content);
    records->addWidget(m_encodingNote, 1);
    return records;
}

ImportSource ImportSourceBar::source() const
{
    ImportSource source;
    const QStringList paths = m_path->paths();
    source.data = m_path->text();
    source.path = paths.value(0);
    source.furtherPaths = paths.mid(1);
    source.format = m_format->chosen();
    source.content = m_content->content();
    // What belongs to another format stays out of the way.
    if (m_format->format() != FileFormat::Xlsx)
        source.encoding = m_encoding->encoding();
    else
        source.sheet = m_sheet->sheet();
    if (m_format->format() == FileFormat::Csv)
        source.delimiter = m_delimiter->delimiter();
    return source;
}

bool ImportSourceBar::reads(const QString &path) const
{
    const QStringList paths = m_path->paths();
    return std::any_of(paths.begin(), paths.end(), [&path](const QString &source) {
        return QFileInfo(source) == QFileInfo(path);
    });
}

bool ImportSourceBar::hasSource() const
{
    return m_path->text().has_value() || !m_path->paths().isEmpty();
}

void ImportSourceBar::setSource(const ImportSource &source)
{
    resetRecognised();
    if (source.data)
        m_path->setText(*source.data);
    else if (!source.path.isEmpty())
        m_path->setPaths(QStringList(source.path) + source.furtherPaths);
    m_format->setFormat(source.format);
    m_encoding->setEncoding(source.encoding);
    if (!source.delimiter.isNull())
        m_format->suppose(FileFormat::Csv); // as a delimiter alone makes it
    m_delimiter->setDelimiter(source.delimiter);
    if (!source.sheet.isEmpty())
        m_format->suppose(FileFormat::Xlsx);
    m_sheet->setSheet(source.sheet);
    m_content->setContent(source.content);
    showFittingChoices();
    // Chosen again, a file is read again: it may be another one by now.
    m_announced = this->source();
    emit sourceChanged();
}

void ImportSourceBar::setPaths(const QStringList &paths)
{
    ImportSource source;
    source.path = paths.value(0);
    source.furtherPaths = paths.mid(1);
    setSource(source);
}

void ImportSourceBar::resetRecognised()
{
    m_path->setPaths({});
    m_format->setFormat({});
    m_encoding->setEncoding({});
    resetDetails();
}

/** Forgets what was chosen for the file before and means nothing for another one. */
void ImportSourceBar::resetDetails()
{
    m_format->suppose(FileFormat::Lines);
    m_delimiter->setDelimiter(QChar());
    m_sheet->setSheet({});
    m_content->setContent({});
    m_content->showRecognised({});
    if (m_announced.data)
        m_encoding->setEncoding({}); // pasted text is UTF-8, the next file need not be
    showEncodingNote({});
    showFittingChoices();
}

void ImportSourceBar::showFittingChoices()
{
    const bool isWorkbook = m_format->format() == FileFormat::Xlsx;
    const bool isCsv = m_format->format() == FileFormat::Csv;
    m_encodingLabel->setVisible(!isWorkbook);
    m_encoding->setVisible(!isWorkbook);
    m_sheetLabel->setVisible(isWorkbook);
    m_sheet->setVisible(isWorkbook);
    m_delimiterLabel->setVisible(isCsv);
    m_delimiter->setVisible(isCsv);
    m_contentLabel->setVisible(m_content->isOpen());
    m_content->setVisible(m_content->isOpen());
}

void ImportSourceBar::showEncodingNote(const QString &sentence)
{
    m_encodingNote->setText(sentence);
    m_encodingNote->setVisible(!sentence.isEmpty());
}

void ImportSourceBar::showRecognised(const ImportPreview &preview)
{
    m_format->showRecognised(preview.format);
    m_delimiter->showRecognised(preview.delimiter);
    m_sheet->showSheets(preview.sheets);
    m_content->showRecognised(preview);
    showFittingChoices();
    // Known now, the format may leave out what was asked for before it was known.
    m_announced = source();
    m_encoding->showRecognised(preview.encoding);
    showEncodingNote(describeEncoding(preview.encoding));
}

void ImportSourceBar::paste()
{
    const QMimeData *content = QGuiApplication::clipboard()->mimeData();
    const auto source = content ? importSourceFromMime(*content) : std::nullopt;
    if (source)
        setSource(*source);
    else
        emit refused(tr("The clipboard holds neither text nor files of this computer; copy some "
                        "and try again."));
}

void ImportSourceBar::announce()
{
    const ImportSource now = source();
    if (now == m_announced)
        return;
    m_announced = now;
    emit sourceChanged();
}

} // namespace tagsmith
