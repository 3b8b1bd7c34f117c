// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/translatable.h"

#include <initializer_list>
#include <set>

#include "models/narrowing/knowledge.h"

namespace whittle
{

namespace
{

class Collector
{
public:
    void add(std::initializer_list<std::string> texts)
    {
        for (const std::string& text : texts) {
            if (!text.empty() && m_seen.insert(text).second)
                m_texts.push_back(text);
        }
    }
    std::vector<std::string> take() { return std::move(m_texts); }

private:
    std::set<std::string> m_seen;
    std::vector<std::string> m_texts;
};

} // namespace

std::vector<std::string> translatableTexts(const Knowledge& knowledge)
{
    Collector texts;
    for (const Cause& cause : knowledge.causes)
        texts.add({cause.title, cause.explanation, cause.nextStep});
    for (const Question& question : knowledge.questions)
        texts.add({question.text, question.why, question.how});
    for (const Symptom& symptom : knowledge.symptoms)
        texts.add({symptom.title, symptom.words});
    for (const Symptom& refinement : knowledge.refinements)
        texts.add({refinement.title});
    for (const CheckText& check : knowledge.checks)
        texts.add({check.question, check.title, check.explanation, check.wouldRefute, check.nextStep,
                   check.clears});
    for (const Collectable& item : knowledge.collect)
        texts.add({item.what, item.how, item.why});
    for (const auto& [id, text] : knowledge.messages)
        texts.add({text});
    for (const std::string& phrase : knowledge.phrases)
        texts.add({phrase});
    return texts.take();
}

} // namespace whittle
