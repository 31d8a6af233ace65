// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/ImportRequest.h"

#include <QWidget>

class QLabel;
class QLayout;
class QPushButton;

namespace tagsmith
{

class ImportContentChoice;
class ImportDelimiterChoice;
class ImportEncodingChoice;
class ImportFormatChoice;
class ImportPathEdit;
class ImportSheetChoice;

/**
 * Where an import reads from: files or pasted text, their format, and what else is to be known to
 * read them: the encoding and the delimiter, or the sheet of a workbook, and what a record is.
 */
class ImportSourceBar : public QWidget
{
    Q_OBJECT

public:
    explicit ImportSourceBar(QWidget *parent = nullptr);

    ImportSource source() const;
    /** Whether @p path is one of the files that are read. */
    bool reads(const QString &path) const;
    /** Whether a file is named or text was pasted. */
    bool hasSource() const;
    void setSource(const ImportSource &source);
    /** Takes other files and leaves their format and the rest to be recognised. */
    void setPaths(const QStringList &paths);
    /** Says what was recognised where the user left it open. */
    void showRecognised(const ImportPreview &preview);

signals:
    /** source() is another one. */
    void sourceChanged();
    void chooseRequested();
    /** What the user tried cannot be done, one sentence. */
    void refused(const QString &sentence);

private:
    void buildLayout();
    void nameWidgets();
    void connectChoices();
    QLayout *makeDetails();
    QLayout *makeRecords();
    void paste();
    /** Only what the format has can be chosen. */
    void showFittingChoices();
    void showEncodingNote(const QString &sentence);
    void announce();
    void resetRecognised();
    void resetDetails();

    ImportPathEdit *m_path;
    QPushButton *m_choose;
    QPushButton *m_paste;
    ImportFormatChoice *m_format;
    QLabel *m_encodingLabel;
    ImportEncodingChoice *m_encoding;
    QLabel *m_delimiterLabel;
    ImportDelimiterChoice *m_delimiter;
    QLabel *m_sheetLabel;
    ImportSheetChoice *m_sheet;
    QLabel *m_contentLabel;
    ImportContentChoice *m_content;
    QLabel *m_encodingNote; ///< how the encoding was found
    ImportSource m_announced;
};

} // namespace tagsmith
