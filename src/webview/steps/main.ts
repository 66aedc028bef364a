import type { StepsEditorProtocol, StepsViewProtocol } from '../../shared/stepsProtocol.js';
import { connectToEditor } from '../host.js';
import { registerControls } from '../ui.js';
import './steps.css';
import { createStepsPage } from './page.js';

registerControls();
const editor = connectToEditor<StepsViewProtocol, StepsEditorProtocol>({
  show: (state) => {
    page.show(state);
    return null;
  },
  select: (step) => {
    page.select(step);
    return null;
  },
});
const page = createStepsPage(document.body, {
  reveal: (reference) => ask('reveal', reference),
  applyFix: (reference) => ask('applyFix', reference),
  check: () => ask('check', null),
});

// After this page was reloaded, everything it showed is told again.
editor.request('ready', null).result.then(page.show, page.showUnanswered);

function ask<Name extends keyof StepsEditorProtocol>(
  name: Name,
  params: StepsEditorProtocol[Name]['params'],
): void {
  editor.request(name, params).result.catch(() => {
    page.showUnanswered();
  });
}
