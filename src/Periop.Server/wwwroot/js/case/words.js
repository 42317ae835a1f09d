// What was recorded, in a nurse's words (brief 10). Codes are for exports.

/** A word of a vocabulary as people write it. */
export const plain = word => String(word).replaceAll('-', ' ');
export const sentence = word => {
  const text = plain(word);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** How many entries. */
export const entries = count => (count === 1 ? '1 entry' : `${count} entries`);

const list = items => (items ?? []).join(', ');
const amount = value => Number(value).toLocaleString('en-US');

export const milestones = {
  preparation: 'Prepared',
  'room-ready': 'Room ready',
  'room-entry': 'In room',
  'anesthesia-start': 'Anesthesia starts',
  'sign-in': 'Sign-in',
  induction: 'Induction',
  anesthesia: 'Anesthetized',
  position: 'Positioned',
  'skin-prep': 'Skin prep',
  'time-out': 'Time-out',
  incision: 'Incision',
  exposure: 'Spine exposed',
  'closing-start': 'Closing starts',
  closure: 'Wound closed',
  dressing: 'Dressing',
  'sign-out': 'Sign-out',
  emergence: 'Emergence',
  'room-exit': 'Out of room',
  'anesthesia-end': 'Anesthesia ends',
  'room-cleaned': 'Room cleaned',
  'recovery-entry': 'In recovery',
  'recovery-exit': 'Out of recovery',
  'physical-therapy': 'Physical therapy',
  discharge: 'Discharged',
  death: 'Death',
};

export const phases = {
  planned: 'Planned',
  prepared: 'Prepared',
  'in-room': 'In room',
  anesthetized: 'Anesthesia',
  incised: 'Surgery',
  closing: 'Closing',
  closed: 'Closed',
  'out-of-room': 'Out of room',
  recovery: 'Recovery',
  discharged: 'Discharged',
};

/** How it stands with what is not recorded yet. */
export const states = { waiting: 'waiting', stop: 'needs you', aside: 'set aside', unsure: 'clock unsure' };

export const countResults = { correct: 'matched', discrepancy: 'not matched', resolved: 'found, matched', 'not-done': 'not done' };
const countPhases = { initial: 'First', closing: 'Closing', final: 'Final' };

const levelsOf = data => data.level ?? list(data.levels);
const device = data =>
  [sentence(data.kind), levelsOf(data), data.side && plain(data.side), data.quantity > 1 && `× ${data.quantity}`].filter(Boolean).join(' ');

/** By the names of stored events, without a version. What is not here is called by its name. */
const events = {
  case_scheduled: () => 'Case scheduled',
  plan_changed: () => 'Plan changed',
  case_called_off: data => `Called off: ${plain(data.code)}`,
  delay_recorded: data => `Delay ${data.minutes} min: ${plain(data.code)}`,
  patient_corrected: () => 'Patient corrected',
  team_member_joined: data => `${data.staff} joins, ${plain(data.role)}`,
  team_member_left: data => `${data.staff} leaves`,
  preparation_item_recorded: data => `${sentence(data.item)}: ${plain(data.outcome)}`,
  patient_prepared: () => milestones.preparation,
  room_readied: () => milestones['room-ready'],
  patient_entered_room: data => (data.room ? `In room ${data.room}` : milestones['room-entry']),
  anesthesia_started: data => `Anesthesia starts${data.type ? `, ${data.type}` : ''}`,
  anesthesia_induced: () => milestones.induction,
  patient_anesthetized: () => milestones.anesthesia,
  patient_positioned: data => sentence(data.position),
  skin_prepared: () => milestones['skin-prep'],
  safety_check_completed: data => milestones[data.phase],
  antibiotic_given: data => [sentence(data.drug), data.dose].filter(Boolean).join(' '),
  antibiotic_omitted: data => `No antibiotic: ${plain(data.code)}`,
  neuromonitoring_started: data => `Monitoring ${list(data.modalities?.map(m => m.toUpperCase()))}, baseline ${data.baseline}`,
  alert_raised: data => `Alert ${String(data.modality).toUpperCase()}${data.level ? ` ${data.level}` : ''}`,
  alert_resolved: data => (data.outcome === 'resolved' ? 'Alert resolved' : 'Alert persists'),
  incision_made: () => milestones.incision,
  spine_exposed: data => `Spine exposed ${list(data.levels)}`,
  imaging_taken: data =>
    data.purpose === 'level-localisation'
      ? `Level shown on image: ${list(data.levels) || 'as operated'}`
      : data.purpose === 'hardware-check'
        ? 'Image: hardware'
        : 'Image',
  osteotomy_performed: data => `Osteotomy ${data.level}${data.grade ? `, grade ${data.grade}` : `, ${data.approach}`}`,
  correction_measured: data => `${sentence(data.kind)} ${data.value} ${data.unit}`,
  hardware_placed: device,
  hardware_removed: data => `Removed${data.kind ? `: ${device(data)}` : ''}`,
  hardware_wasted: data => `Wasted: ${device(data)}`,
  hardware_returned: data => `Returned unused: ${device(data)}`,
  blood_loss_estimated: data => `Blood loss ${amount(data.cumulativeMl)} mL`,
  blood_product_given: data => `${sentence(data.product)}, ${data.units} units`,
  fluid_recorded: data => `${sentence(data.kind)} ${amount(data.amount)} ${data.unit}`,
  specimen_taken: data => `Specimen ${data.label}`,
  count_performed: data => `${countPhases[data.phase]} count, ${data.what}: ${countResults[data.result]}`,
  closing_started: () => milestones['closing-start'],
  wound_closed: data => `Wound closed${data.method ? `, ${data.method}` : ''}`,
  dressing_applied: () => milestones.dressing,
  patient_emerged: () => milestones.emergence,
  anesthesia_ended: () => milestones['anesthesia-end'],
  patient_left_room: () => milestones['room-exit'],
  room_cleaned: () => milestones['room-cleaned'],
  recovery_entered: () => milestones['recovery-entry'],
  recovery_left: () => milestones['recovery-exit'],
  physical_therapy_started: () => milestones['physical-therapy'],
  patient_discharged: data => `Discharged${data.destination ? `, ${plain(data.destination)}` : ''}`,
  complication_reported: data => `Complication: ${plain(data.kind)}`,
  flag_acknowledged: data => `Seen: ${plain(data.code)}`,
  record_signed: data => `Signed, ${plain(data.role)}`,
  addendum_added: () => 'Addendum',
};

export const said = (type, data) => (events[type.replace(/_v\d+$/, '')] ?? (() => sentence(type.replaceAll('_', '-'))))(data ?? {});

/** Those that a case is measured by: a filled dot in the timeline. */
const measured = new Set([
  'patient_prepared',
  'patient_entered_room',
  'anesthesia_started',
  'patient_anesthetized',
  'safety_check_completed',
  'incision_made',
  'osteotomy_performed',
  'closing_started',
  'wound_closed',
  'patient_left_room',
  'anesthesia_ended',
  'patient_discharged',
]);
export const isMilestone = type => measured.has(type.replace(/_v\d+$/, ''));
