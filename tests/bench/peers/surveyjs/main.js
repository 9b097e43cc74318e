// The same form as SurveyJS's own guide builds one: React, one model, the default look, the form's language.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import 'survey-core/i18n/simplified-chinese';
import 'survey-core/survey-core.fontless.min.css';
import { Survey } from 'survey-react-ui';
import { blocks, fields } from 'virtual:form';

const survey = new Model({
  locale: 'zh-cn',
  pages: [
    {
      name: 'choices',
      elements: blocks.map((block, index) =>
        'html' in block
          ? { type: 'html', name: `words${index}`, html: block.html }
          : {
              type: 'radiogroup',
              name: block.name,
              title: block.question,
              choices: block.options.map(({ value, label }) => ({ value, text: label })),
            },
      ),
    },
    {
      name: 'details',
      elements: fields.map(({ name, label, type }) => ({
        type: 'text',
        name,
        title: label,
        inputType: type,
        isRequired: name === 'name',
      })),
    },
  ],
});
survey.onComplete.add(({ data }) => {
  void fetch('/submissions', { method: 'POST', body: JSON.stringify(data) });
});
const app = document.getElementById('app');
if (app) createRoot(app).render(createElement(Survey, { model: survey }));
