// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ImportAccount.h"
#include "core/ImportRequest.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace tagsmith
{

class ImportDelimiterChoice;

/**
 * Where an import reads from: a file or pasted text, its format, and what else is to be known to
 * read it: the encoding and the delimiter, or the sheet of a workbook.
 */
class ImportSourceBar : public QWidget
{
    Q_OBJECT

public:
    explicit ImportSourceBar(QWidget *parent = nullptr);

    ImportSource source() const;
    /** Whether a file is named or text was pasted. */
    bool hasSource() const;
    void setSource(const ImportSource &source);
    /** Takes another file and leaves its format and the rest to be recognised. */
    void setPath(const QString &path);
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
    void fillChoices();
    void connectChoices();
    void paste();
    void onPathEdited();
    void onEncodingEdited();
    void setData(const QByteArray &text);
    QString encoding() const;
    /** As chosen, or else as recognised last. */
    FileFormat format() const;
    void showSheets(const QStringList &sheets);
    /** Only what the format has can be chosen. */
    void showFittingChoices();
    void announce();
    void resetRecognised();
    void resetDetails();

    QLineEdit *m_path;
    QPushButton *m_choose;
    QPushButton *m_paste;
    QComboBox *m_format;
    QLabel *m_encodingLabel;
    QComboBox *m_encoding;
    QLabel *m_delimiterLabel;
    ImportDelimiterChoice *m_delimiter;
    QLabel *m_sheetLabel;
    QComboBox *m_sheet;
    QTimer *m_typing; ///< a path is read once the user pauses
    std::optional<QByteArray> m_data;
    FileFormat m_recognised = FileFormat::Lines;
    ImportSource m_announced;
};

} // namespace tagsmith
