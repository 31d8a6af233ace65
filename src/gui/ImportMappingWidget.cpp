// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportMappingWidget.h"

#include "gui/ImportConstantEditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <vector>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ImportMappingWidget::ImportMappingWidget(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFocusPolicy(Qt::ClickFocus); // Tab goes to what is in it
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false); // the group box around it has its own shade
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rebuild();
}

void ImportMappingWidget::setPreview(const ImportPreview &preview)
{
    if (!m_mapping.fileColumns().isEmpty() && m_mapping.fileColumns() == preview.columns &&
        m_mapping.content() == preview.content)
        return;
    m_proposal = preview.mapping;
    m_isRemembered = false;
    // A fixed value does not depend on the file.
    const ImportMappingChoice before = m_mapping;
    m_mapping = ImportMappingChoice(m_vocabulary, preview);
    m_mapping.setConstantsOf(before);
    rebuild();
}

void ImportMappingWidget::setRemembered(const std::vector<ColumnMapping> &mapping)
{
    m_isRemembered = true;
    m_mapping.setMapping(mapping);
    rebuild();
    emit changed();
}

void ImportMappingWidget::showProposal()
{
    m_isRemembered = false;
    m_mapping.setMapping(m_proposal);
    rebuild();
    emit changed();
}

void ImportMappingWidget::clear()
{
    m_isRemembered = false;
    const ImportMappingChoice before = m_mapping;
    m_mapping = {};
    m_mapping.setConstantsOf(before);
    rebuild();
}

void ImportMappingWidget::clearConstants()
{
    m_mapping.setConstantsOf({});
    rebuild();
}

void ImportMappingWidget::rebuild()
{
    auto *content = new QWidget;
    content->setObjectName(u"mappingContent"_s);
    auto *form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_choices.clear();
    m_constants.clear();
    std::vector<QWidget *> order;
    if (m_isRemembered)
        addNote(form, order);
    if (m_mapping.content() == ImportContent::Merges) {
        auto *note = new QLabel(tr("Lines that merge tags fill no columns."), content);
        note->setObjectName(u"mergesNote"_s);
        note->setWordWrap(true);
        form->addRow(note);
    } else if (!m_mapping.fileColumns().isEmpty()) {
        addColumns(form, order);
        addConstants(form, order);
    }
    setWidget(content);
    content->setAutoFillBackground(false);
    // New widgets come last in the order of the tab key, but these belong where the area stands.
    QWidget *before = this;
    for (QWidget *widget : order) {
        setTabOrder(before, widget);
        before = widget;
    }
}

void ImportMappingWidget::addNote(QFormLayout *form, std::vector<QWidget *> &order)
{
    auto *line = new QWidget(form->parentWidget());
    auto *note = new QLabel(tr("As for the last file with these columns."), line);
    note->setObjectName(u"rememberedNote"_s);
    note->setWordWrap(true);
    auto *forget = new QPushButton(tr("For&get"), line);
    forget->setObjectName(u"forgetButton"_s);
    forget->setAutoDefault(false);
    forget->setToolTip(tr("Propose columns by their names, now and for the next file"));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(note, 1);
    layout->addWidget(forget);
    form->addRow(line);
    order.push_back(forget);
    // The button goes with the note, but not while it is pressed.
    connect(forget, &QPushButton::clicked, this, &ImportMappingWidget::forgetRequested,
            Qt::QueuedConnection);
}

void ImportMappingWidget::addColumns(QFormLayout *form, std::vector<QWidget *> &order)
{
    const QStringList &columns = m_mapping.fileColumns();
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        QComboBox *choice = makeChoice(i);
        auto *label = new QLabel(form->parentWidget());
        label->setObjectName(u"mappingLabel%1"_s.arg(i));
        label->setTextFormat(Qt::PlainText);
        const QString shown = label->fontMetrics().elidedText(
            columns[i], Qt::ElideMiddle, 20 * label->fontMetrics().averageCharWidth());
        label->setText(tr("%1 →").arg(shown));
        label->setToolTip(columns[i]);
        form->addRow(label, choice);
        m_choices.push_back(choice);
        order.push_back(choice);
    }
}

void ImportMappingWidget::addConstants(QFormLayout *form, std::vector<QWidget *> &order)
{
    for (int i = 0; i < static_cast<int>(m_vocabulary.columns.size()); ++i) {
        const Column &column = m_vocabulary.columns[static_cast<size_t>(i)];
        // Of a key each record needs one of its own.
        const bool isOwn = i == m_vocabulary.nameColumn || i == m_vocabulary.keyColumn;
        if (isOwn || column.generated || column.computed)
            continue;
        if (m_constants.isEmpty()) {
            auto *title = new QLabel(tr("The same for every record:"), form->parentWidget());
            title->setObjectName(u"constantsTitle"_s);
            title->setContentsMargins(0, 8, 0, 0);
            form->addRow(title);
        }
        ImportConstantEditor *editor = makeConstant(i);
        form->addRow(editor->check(), editor);
        order.push_back(editor->check());
        order.push_back(editor);
    }
}

ImportConstantEditor *ImportMappingWidget::makeConstant(int column)
{
    auto *editor = new ImportConstantEditor(m_vocabulary.columns[static_cast<size_t>(column)],
                                            u"constant%1"_s.arg(column));
    m_constants.insert(column, editor);
    editor->setConstant(m_mapping.isConstant(column), m_mapping.constant(column));
    connect(editor, &ImportConstantEditor::changed, this, [this, editor, column] {
        if (editor->isOn())
            m_mapping.setConstant(column, editor->cell());
        else
            m_mapping.clearConstant(column);
        refresh();
        emit changed();
    });
    return editor;
}

void ImportMappingWidget::refresh()
{
    for (size_t i = 0; i < m_choices.size(); ++i) {
        const QSignalBlocker blocker(m_choices[i]);
        const int item = m_choices[i]->findData(m_mapping.target(static_cast<int>(i)));
        m_choices[i]->setCurrentIndex(qMax(0, item));
    }
    for (auto it = m_constants.cbegin(); it != m_constants.cend(); ++it) {
        if (it.value()->isOn() && !m_mapping.isConstant(it.key()))
            it.value()->setConstant(false, it.value()->cell());
    }
}

QComboBox *ImportMappingWidget::makeChoice(int fileColumn)
{
    auto *choice = new QComboBox;
    choice->setObjectName(u"mappingChoice%1"_s.arg(fileColumn));
    choice->setAccessibleName(
        tr("Column of the table for “%1”").arg(m_mapping.fileColumns()[fileColumn]));
    choice->setMinimumContentsLength(10);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    if (m_mapping.isAction(fileColumn) || m_mapping.isTarget(fileColumn)) {
        choice->addItem(m_mapping.isAction(fileColumn) ? tr("the action") : tr("the target"),
                        ImportMappingChoice::leftOut);
        choice->setEnabled(false);
        return choice;
    }
    choice->addItem(tr("(leave out)"), ImportMappingChoice::leftOut);
    for (int i = 0; i < static_cast<int>(m_vocabulary.columns.size()); ++i) {
        const Column &column = m_vocabulary.columns[static_cast<size_t>(i)];
        if (!column.generated)
            choice->addItem(column.name, i);
    }
    choice->setCurrentIndex(qMax(0, choice->findData(m_mapping.target(fileColumn))));
    choice->setFocusPolicy(Qt::StrongFocus);
    choice->installEventFilter(this);
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice, fileColumn] {
        m_mapping.setTarget(fileColumn, choice->currentData().toInt());
        refresh();
        emit changed();
    });
    return choice;
}

bool ImportMappingWidget::eventFilter(QObject *watched, QEvent *event)
{
    // Who scrolls through the list must not change what happens to lie below the pointer.
    const auto *choice = qobject_cast<QComboBox *>(watched);
    if (choice && event->type() == QEvent::Wheel && !choice->hasFocus()) {
        event->ignore();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace tagsmith
