// SPDX-FileCopyrightText: The Tagsmith authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ImportNamesWidget.h"

#include "ui_ImportNamesWidget.h"

#include <QEvent>
#include <QLocale>

namespace tagsmith
{

using namespace Qt::StringLiterals;

ImportNamesWidget::ImportNamesWidget(QWidget *parent)
    : QScrollArea(parent), m_ui(std::make_unique<Ui::ImportNamesWidget>())
{
    m_ui->setupUi(this);
    setFocusPolicy(Qt::ClickFocus);           // Tab goes to what is in it
    viewport()->setAutoFillBackground(false); // the page around it has its own shade
    m_ui->namesContent->setAutoFillBackground(false);
    fillChoices();
    for (QCheckBox *check :
         {m_ui->trimCheck, m_ui->collapseCheck, m_ui->composeCheck, m_ui->invisibleCheck})
        connect(check, &QCheckBox::toggled, this, &ImportNamesWidget::changed);
    for (QComboBox *choice : {m_ui->letterChoice, m_ui->wordChoice}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &ImportNamesWidget::changed);
        keepWheelAway(choice);
    }
    connect(m_ui->listCheck, &QCheckBox::toggled, this, &ImportNamesWidget::onListChanged);
    connect(m_ui->listChoice, &QComboBox::editTextChanged, this, &ImportNamesWidget::changed);
    keepWheelAway(m_ui->listChoice);
    onListChanged();
    showCounts({}, 0, true);
}

ImportNamesWidget::~ImportNamesWidget() = default;

void ImportNamesWidget::fillChoices()
{
    const auto add = [](QComboBox *choice, const QString &title, auto value) {
        choice->addItem(title, static_cast<int>(value));
    };
    add(m_ui->letterChoice, tr("As they are"), LetterCase::AsTheyAre);
    add(m_ui->letterChoice, tr("lower case"), LetterCase::Lower);
    add(m_ui->letterChoice, tr("UPPER CASE"), LetterCase::Upper);
    add(m_ui->wordChoice, tr("As it is"), WordSeparator::AsItIs);
    add(m_ui->wordChoice, tr("Blank"), WordSeparator::Blank);
    add(m_ui->wordChoice, tr("Hyphen (-)"), WordSeparator::Hyphen);
    add(m_ui->wordChoice, tr("Underscore (_)"), WordSeparator::Underscore);

    // The list says what each one is, but the line holds what one would type.
    m_ui->listChoice->setCompleter(nullptr);
    m_ui->listChoice->addItem(u","_s, tr("comma"));
    m_ui->listChoice->addItem(u";"_s, tr("semicolon"));
    m_ui->listChoice->addItem(u"|"_s, tr("bar"));
    m_ui->listChoice->addItem(u"\\n"_s, tr("line end"));
    for (int i = 0; i < m_ui->listChoice->count(); ++i) {
        const QVariant title = m_ui->listChoice->itemData(i);
        m_ui->listChoice->setItemData(i, title, Qt::ToolTipRole);
        m_ui->listChoice->setItemData(i, title, Qt::AccessibleTextRole);
    }
}

NameRules ImportNamesWidget::rules() const
{
    NameRules rules;
    rules.trim = m_ui->trimCheck->isChecked();
    rules.collapseBlanks = m_ui->collapseCheck->isChecked();
    rules.compose = m_ui->composeCheck->isChecked();
    rules.removeInvisible = m_ui->invisibleCheck->isChecked();
    rules.letterCase = static_cast<LetterCase>(m_ui->letterChoice->currentData().toInt());
    rules.separator = static_cast<WordSeparator>(m_ui->wordChoice->currentData().toInt());
    return rules;
}

QString ImportNamesWidget::listSeparator() const
{
    if (!m_ui->listCheck->isChecked())
        return {};
    QString separator = m_ui->listChoice->currentText();
    separator.replace("\\n"_L1, "\n"_L1).replace("\\t"_L1, "\t"_L1);
    return separator;
}

void ImportNamesWidget::setRules(const NameRules &rules)
{
    const QSignalBlocker blocker(this);
    m_ui->trimCheck->setChecked(rules.trim);
    m_ui->collapseCheck->setChecked(rules.collapseBlanks);
    m_ui->composeCheck->setChecked(rules.compose);
    m_ui->invisibleCheck->setChecked(rules.removeInvisible);
    const auto show = [](QComboBox *choice, auto value) {
        choice->setCurrentIndex(choice->findData(static_cast<int>(value)));
    };
    show(m_ui->letterChoice, rules.letterCase);
    show(m_ui->wordChoice, rules.separator);
}

void ImportNamesWidget::setListSeparator(const QString &separator)
{
    const QSignalBlocker blocker(this);
    m_ui->listCheck->setChecked(!separator.isEmpty());
    onListChanged();
    QString shown = separator;
    shown.replace("\n"_L1, "\\n"_L1).replace("\t"_L1, "\\t"_L1);
    if (!separator.isEmpty())
        m_ui->listChoice->setEditText(shown);
}

int ImportNamesWidget::ruleCount() const
{
    const NameRules rules = this->rules();
    return static_cast<int>(rules.trim) + static_cast<int>(rules.collapseBlanks) +
           static_cast<int>(rules.compose) + static_cast<int>(rules.removeInvisible) +
           static_cast<int>(rules.letterCase != LetterCase::AsTheyAre) +
           static_cast<int>(rules.separator != WordSeparator::AsItIs) +
           static_cast<int>(m_ui->listCheck->isChecked());
}

QString ImportNamesWidget::problem() const
{
    if (m_ui->listCheck->isChecked() && listSeparator().isEmpty())
        return tr("Say what stands between several names in a cell, for example a comma.");
    return {};
}

void ImportNamesWidget::showCounts(const NameRuleCounts &counts, qint64 names, bool complete)
{
    const QLocale locale;
    const NameRules rules = this->rules();
    const auto show = [&](QLabel *label, bool on, qint64 count) {
        const QString pattern = complete ? tr("%1 of %2") : tr("%1 of the first %2");
        const QString number = count == 0 ? tr("none") : locale.toString(count);
        const bool isShown = on && names > 0;
        label->setText(isShown ? pattern.arg(number, locale.toString(names)) : QString());
        label->setEnabled(count > 0);
    };
    show(m_ui->trimCount, rules.trim, counts.trimmed);
    show(m_ui->collapseCount, rules.collapseBlanks, counts.collapsed);
    show(m_ui->composeCount, rules.compose, counts.composed);
    show(m_ui->invisibleCount, rules.removeInvisible, counts.cleaned);
    show(m_ui->letterCount, rules.letterCase != LetterCase::AsTheyAre, counts.recased);
    show(m_ui->wordCount, rules.separator != WordSeparator::AsItIs, counts.separated);
}

void ImportNamesWidget::onListChanged()
{
    m_ui->listChoice->setEnabled(m_ui->listCheck->isChecked());
    emit changed();
}

void ImportNamesWidget::keepWheelAway(QWidget *widget)
{
    widget->setFocusPolicy(Qt::StrongFocus);
    widget->installEventFilter(this);
}

bool ImportNamesWidget::eventFilter(QObject *watched, QEvent *event)
{
    // Who scrolls through the area must not change what happens to lie below the pointer.
    const auto *widget = qobject_cast<QComboBox *>(watched);
    if (widget && event->type() == QEvent::Wheel && !widget->hasFocus()) {
        event->ignore();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace tagsmith
