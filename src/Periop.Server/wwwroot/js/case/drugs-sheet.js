// Antibiotics, fluids and blood products: what is given, and why an antibiotic is not.
import { h } from './dom.js';
import { surviving } from './record.js';
import { act, repaint } from './screen.js';
import { chips, goes, halves, sheet } from './sheet.js';
import { hhmm } from './clock.js';
import { said, sentence } from './words.js';

/** The drugs whose window before the incision is known (docs/antibiotic-windows.md), with their usual doses. */
const drugs = {
  cefazolin: ['2 g', '3 g'],
  cefuroxime: ['1.5 g'],
  clindamycin: ['900 mg'],
  vancomycin: ['1 g', '1.5 g'],
  gentamicin: ['240 mg', '400 mg'],
};
const omissions = ['not-indicated', 'on-therapy', 'allergy', 'other'];
const fluids = { crystalloid: [500, 1000], colloid: [500], 'cell-saver': [250, 500], urine: [100, 250, 500], txa: [1, 2] };
const products = ['red-cells', 'plasma', 'platelets'];

export function drugsSheet(state) {
  const set = change => {
    Object.assign(state, change);
    repaint(true);
  };
  const given = ['antibiotic_given', 'antibiotic_omitted', 'fluid_recorded', 'blood_product_given']
    .flatMap(surviving)
    .sort((one, other) => other.at - one.at);
  return sheet(
    'Drugs, fluids, blood products',
    null,
    halves(
      [
        h('h3', null, 'Antibiotic'),
        chips('', Object.keys(drugs), state.drug, drug => set({ drug, dose: drugs[drug][0], fluid: null, product: null }), sentence),
        state.drug && [
          h('h3', null, 'Dose'),
          chips('', drugs[state.drug], state.dose, dose => set({ dose })),
          goes(`${sentence(state.drug)} ${state.dose}`, () => ({
            path: 'antibiotics',
            body: { drug: state.drug, dose: state.dose },
            said: `${sentence(state.drug)} ${state.dose}`,
          })),
        ],
        h('h3', null, 'No antibiotic, because'),
        chips(
          '',
          omissions,
          null,
          code => act({ path: 'antibiotic-omissions', body: { code }, said: `No antibiotic: ${sentence(code).toLowerCase()}` }),
          sentence,
        ),
        h('h3', null, 'Fluid'),
        chips(
          '',
          Object.keys(fluids),
          state.fluid,
          fluid => set({ fluid, amount: fluids[fluid][0], drug: null, product: null }),
          word => (word === 'txa' ? 'TXA' : sentence(word)),
        ),
        state.fluid && [
          chips(
            '',
            fluids[state.fluid],
            state.amount,
            amount => set({ amount }),
            amount => `${amount} ${unitOf(state.fluid)}`,
          ),
          goes(`${sentence(state.fluid)} ${state.amount} ${unitOf(state.fluid)}`, () => ({
            path: 'fluids',
            body: { kind: state.fluid, amount: state.amount, unit: unitOf(state.fluid) },
            said: `${sentence(state.fluid)} ${state.amount} ${unitOf(state.fluid)}`,
          })),
        ],
        h('h3', null, 'Blood product, one unit'),
        chips(
          '',
          products,
          state.product,
          product => act({ path: 'blood-products', body: { product, units: 1 }, said: `${sentence(product)}, 1 unit` }),
          sentence,
        ),
      ],
      [
        h('h2', null, 'Given in this case'),
        given.length === 0
          ? h('p.dim', null, 'Nothing yet.')
          : h(
              'ol.q',
              null,
              given.map(line =>
                h('li', null, h('span'), h('time', null, hhmm(line.at)), h('b', null, line.path ? line.said : said(line.type, line.data)), h('span')),
              ),
            ),
      ],
    ),
  );
}

const unitOf = fluid => (fluid === 'txa' ? 'g' : 'ml');
