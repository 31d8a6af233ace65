// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportSourceBar.h"

#include "core/KnownEncodings.h"
#include "gui/FormatTitles.h"
#include "gui/ImportDelimiterChoice.h"
#include "gui/ImportSourceFromMime.h"

#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
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

} // namespace

ImportSourceBar::ImportSourceBar(QWidget *parent)
    : QWidget(parent), m_path(new QLineEdit(this)), m_choose(new QPushButton(tr("C&hoose…"), this)),
      m_paste(new QPushButton(tr("&Paste from clipboard"), this)), m_format(new QComboBox(this)),
      m_encodingLabel(new QLabel(tr("&Encoding:"), this)), m_encoding(new QComboBox(this)),
      m_delimiterLabel(new QLabel(tr("&Delimiter:"), this)),
      m_delimiter(new ImportDelimiterChoice(this)), m_sheetLabel(new QLabel(tr("Sh&eet:"), this)),
      m_sheet(new QComboBox(this)), m_typing(new QTimer(this))
{
    fillChoices();
    nameWidgets();
    buildLayout();
    connectChoices();
    showFittingChoices();
}

void ImportSourceBar::connectChoices()
{
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPauseMsecs);
    connect(m_path, &QLineEdit::textEdited, this, &ImportSourceBar::onPathEdited);
    connect(m_path, &QLineEdit::editingFinished, this, &ImportSourceBar::announce);
    connect(m_typing, &QTimer::timeout, this, &ImportSourceBar::announce);
    connect(m_choose, &QPushButton::clicked, this, &ImportSourceBar::chooseRequested);
    connect(m_paste, &QPushButton::clicked, this, &ImportSourceBar::paste);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        showFittingChoices();
        announce();
    });
    connect(m_encoding, &QComboBox::activated, this, &ImportSourceBar::announce);
    connect(m_encoding->lineEdit(), &QLineEdit::editingFinished, this,
            &ImportSourceBar::onEncodingEdited);
    connect(m_delimiter, &ImportDelimiterChoice::chosen, this, &ImportSourceBar::announce);
    connect(m_delimiter, &ImportDelimiterChoice::refused, this, &ImportSourceBar::refused);
    connect(m_sheet, &QComboBox::currentIndexChanged, this, &ImportSourceBar::announce);
}

void ImportSourceBar::fillChoices()
{
    m_format->addItem(tr("Recognised"));
    for (const FileFormat format : {FileFormat::Csv, FileFormat::Tsv, FileFormat::Json,
                                    FileFormat::JsonLines, FileFormat::Lines, FileFormat::Xlsx})
        m_format->addItem(fileFormatTitle(format), fileFormatName(format));
    m_format->setMinimumContentsLength(16);
    m_format->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);

    m_encoding->setEditable(true);
    m_encoding->setInsertPolicy(QComboBox::NoInsert);
    m_encoding->addItem(tr("Recognised"));
    m_encoding->addItems(knownEncodings());
    m_encoding->setMinimumContentsLength(16);
    m_encoding->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_encoding->setToolTip(tr("A name from the list, or any other that ICU knows"));

    m_sheet->setMinimumContentsLength(16);
    m_sheet->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sheet->setToolTip(tr("The sheet of the workbook that holds the tags"));
}

void ImportSourceBar::nameWidgets()
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
    m_encodingLabel->setObjectName(u"encodingLabel"_s);
    m_encodingLabel->setBuddy(m_encoding);
    m_delimiter->setObjectName(u"delimiterChoice"_s);
    m_delimiter->setAccessibleName(tr("Delimiter of the fields"));
    m_delimiterLabel->setObjectName(u"delimiterLabel"_s);
    m_delimiterLabel->setBuddy(m_delimiter);
    m_sheet->setObjectName(u"sheetChoice"_s);
    m_sheet->setAccessibleName(tr("Sheet of the workbook"));
    m_sheetLabel->setObjectName(u"sheetLabel"_s);
    m_sheetLabel->setBuddy(m_sheet);
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
    auto *form = new QGridLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addWidget(makeLabel(tr("&File:"), u"pathLabel"_s, m_path), 0, 0);
    form->addLayout(files, 0, 1);
    form->addWidget(makeLabel(tr("Fo&rmat:"), u"formatLabel"_s, m_format), 1, 0);
    form->addLayout(details, 1, 1);
    form->setColumnStretch(1, 1);

    setFocusProxy(m_path);
    setTabOrder(m_path, m_choose);
    setTabOrder(m_choose, m_paste);
    setTabOrder(m_paste, m_format);
    setTabOrder(m_format, m_encoding);
    setTabOrder(m_encoding, m_sheet);
    setTabOrder(m_sheet, m_delimiter);
}

ImportSource ImportSourceBar::source() const
{
    ImportSource source;
    source.data = m_data;
    source.path = m_data ? QString() : m_path->text();
    source.format = fileFormatFromName(m_format->currentData().toString());
    // What belongs to another format stays out of the way.
    if (format() != FileFormat::Xlsx)
        source.encoding = encoding();
    else
        source.sheet = m_sheet->currentData().toString();
    if (format() == FileFormat::Csv)
        source.delimiter = m_delimiter->delimiter();
    return source;
}

FileFormat ImportSourceBar::format() const
{
    return fileFormatFromName(m_format->currentData().toString()).value_or(m_recognised);
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
    if (!source.delimiter.isNull())
        m_recognised = FileFormat::Csv; // as a delimiter alone makes it
    m_delimiter->setDelimiter(source.delimiter);
    if (!source.sheet.isEmpty()) {
        const QSignalBlocker sheetBlocker(m_sheet);
        m_recognised = FileFormat::Xlsx;
        m_sheet->addItem(source.sheet, source.sheet);
        m_sheet->setCurrentIndex(m_sheet->count() - 1);
    }
    showFittingChoices();
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
    resetDetails();
}

/** Forgets what was chosen for the file before and means nothing for another one. */
void ImportSourceBar::resetDetails()
{
    m_recognised = FileFormat::Lines;
    m_delimiter->setDelimiter(QChar());
    showSheets({});
    showFittingChoices();
}

void ImportSourceBar::showSheets(const QStringList &sheets)
{
    const QString chosen = m_sheet->currentData().toString();
    const QSignalBlocker blocker(m_sheet);
    m_sheet->clear();
    if (sheets.isEmpty())
        m_sheet->addItem(tr("The first one"), QString());
    for (const QString &sheet : sheets)
        m_sheet->addItem(sheet, m_sheet->count() == 0 ? QString() : sheet);
    m_sheet->setCurrentIndex(qMax(0, m_sheet->findData(chosen)));
}

void ImportSourceBar::showFittingChoices()
{
    const bool isWorkbook = format() == FileFormat::Xlsx;
    const bool isCsv = format() == FileFormat::Csv;
    m_encodingLabel->setVisible(!isWorkbook);
    m_encoding->setVisible(!isWorkbook);
    m_sheetLabel->setVisible(isWorkbook);
    m_sheet->setVisible(isWorkbook);
    m_delimiterLabel->setVisible(isCsv);
    m_delimiter->setVisible(isCsv);
}

void ImportSourceBar::showRecognised(const ImportPreview &preview)
{
    m_recognised = preview.format;
    m_format->setItemText(0, tr("Recognised: %1").arg(fileFormatTitle(preview.format)));
    m_delimiter->showRecognised(preview.delimiter);
    showSheets(preview.sheets);
    showFittingChoices();
    // Known now, the format may leave out what was asked for before it was known.
    m_announced = source();
    const bool isOpen = encoding().isEmpty();
    const QString chosen = m_encoding->currentText();
    const QString &encodingName = preview.encoding.name;
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
    resetDetails();
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
    if (now == m_announced)
        return;
    m_announced = now;
    emit sourceChanged();
}

} // namespace tagsmith
