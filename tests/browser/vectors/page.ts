// Runs the frozen vectors inside the page and writes down what came of each. Only the tests build this; the product never does.

import { runVectors } from '../../vectors/run-vectors.ts';
import { vectorFilesSchema } from '../../vectors/vector-files.ts';

async function main(): Promise<void> {
  const answer = await fetch('/vectors.json');
  const outcomes = await runVectors(vectorFilesSchema.parse(await answer.json()));
  document.body.textContent = JSON.stringify(outcomes);
  document.body.dataset['done'] = 'yes';
}

void main();
