// Shows a process diagram and where its instance stands.
//   <div data-diagram="url of the BPMN XML"></div>
//   <div data-diagram-marks data-active="ids" data-done="ids"></div>   (may be replaced at any time)
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';

const MARKS = { active: 'stands-here', done: 'passed' };

class Diagram {
  constructor(place) {
    this.place = place;
    this.marked = [];
    this.viewer = new NavigatedViewer({ container: place });
  }

  async show() {
    const answer = await fetch(this.place.dataset.diagram, { headers: { Accept: 'application/xml' } });
    if (!answer.ok) throw new Error(`The diagram could not be loaded (${answer.status}).`);
    await this.viewer.importXML(await answer.text());
    this.mark();
    this.fit();
    this.place.querySelector('svg').setAttribute('aria-label', this.place.getAttribute('aria-label'));
    this.place.dataset.ready = '';
  }

  // A long process on a narrow screen would be unreadably small: show the place where it stands instead.
  fit() {
    const canvas = this.viewer.get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    const first = this.marked.find(([, mark]) => mark === MARKS.active)?.[0];
    if (canvas.zoom() < 0.45 && first) {
      canvas.zoom(0.7);
      canvas.scrollToElement(first, 80);
    }
  }

  mark() {
    const canvas = this.viewer.get('canvas');
    const elements = this.viewer.get('elementRegistry');
    this.marked.forEach(([id, mark]) => canvas.removeMarker(id, mark));
    this.marked = wanted().filter(([id]) => elements.get(id));
    this.marked.forEach(([id, mark]) => canvas.addMarker(id, mark));
  }
}

const wanted = () => {
  const data = document.querySelector('[data-diagram-marks]')?.dataset ?? {};
  return Object.entries(MARKS).flatMap(([kind, mark]) =>
    (data[kind] ?? '').split(',').filter(Boolean).map((id) => [id, mark]));
};

for (const place of document.querySelectorAll('[data-diagram]')) {
  const diagram = new Diagram(place);
  diagram.show().then(
    () => document.addEventListener('htmx:afterSettle', () => diagram.mark()),
    (failure) => { place.textContent = failure.message; });
  document.querySelector('[data-diagram-fit]')?.addEventListener('click', () =>
    diagram.viewer.get('canvas').zoom('fit-viewport', 'auto'));
}
