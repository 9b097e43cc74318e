// The same form in Form.io's renderer without its builder: a wizard of two pages. No Bootstrap, which its guide adds.
import '@formio/js/dist/formio.form.min.css';
import { Formio } from '@formio/js/form';
import { blocks, fields } from 'virtual:form';

const page = (key, components) => ({ type: 'panel', key, title: key, components });
const app = document.getElementById('app');
const form = await Formio.createForm(app, {
  display: 'wizard',
  components: [
    page(
      'choices',
      blocks.map((block, index) =>
        'html' in block
          ? { type: 'content', key: `words${index}`, html: block.html, input: false }
          : { type: 'radio', key: block.name, label: block.question, values: block.options, input: true },
      ),
    ),
    page(
      'details',
      fields.map(({ name, label, type }) => ({
        type: type === 'email' || type === 'number' ? type : 'textfield',
        inputType: type,
        key: name,
        label,
        input: true,
        validate: { required: name === 'name' },
      })),
    ),
  ],
});
form.on('submit', ({ data }) => {
  void fetch('/submissions', { method: 'POST', body: JSON.stringify(data) });
});
