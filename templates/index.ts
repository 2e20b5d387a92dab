/** Raw-data sheets (in the order of the tabs) and reference data, as JSON with the file's name for errors. Nothing here is checked: `core/template` does. */
import finance from './raw/01-finance.json';
import productRevenue from './raw/02-productRevenue.json';
import productCost from './raw/03-productCost.json';
import employees from './raw/04-employees.json';
import equipment from './raw/05-equipment.json';
import measuring from './raw/06-measuring.json';
import purchases from './raw/07-purchases.json';
import supplierIssues from './raw/08-supplierIssues.json';
import workOrders from './raw/09-workOrders.json';
import processInspection from './raw/10-processInspection.json';
import finalInspection from './raw/11-finalInspection.json';
import deliveries from './raw/12-deliveries.json';
import warranty from './raw/13-warranty.json';
import serviceRequests from './raw/14-serviceRequests.json';
import qualityIssues from './raw/15-qualityIssues.json';
import satisfaction from './raw/16-satisfaction.json';
import complaints from './raw/17-complaints.json';
import customers from './raw/18-customers.json';
import innovations from './raw/19-innovations.json';
import compliance from './raw/20-compliance.json';
import performanceTests from './raw/21-performanceTests.json';
import enterpriseSize from './reference/enterprise-size.json';
import industries from './reference/industries.json';
import problemKinds from './reference/problem-kinds.json';
import qualityTools from './reference/quality-tools.json';
import regions from './reference/regions.json';
import uscc from './reference/uscc.json';

export interface TemplateSource {
  readonly file: string;
  readonly json: unknown;
}

export const rawTemplates: readonly TemplateSource[] = [
  { file: 'templates/raw/01-finance.json', json: finance },
  { file: 'templates/raw/02-productRevenue.json', json: productRevenue },
  { file: 'templates/raw/03-productCost.json', json: productCost },
  { file: 'templates/raw/04-employees.json', json: employees },
  { file: 'templates/raw/05-equipment.json', json: equipment },
  { file: 'templates/raw/06-measuring.json', json: measuring },
  { file: 'templates/raw/07-purchases.json', json: purchases },
  { file: 'templates/raw/08-supplierIssues.json', json: supplierIssues },
  { file: 'templates/raw/09-workOrders.json', json: workOrders },
  { file: 'templates/raw/10-processInspection.json', json: processInspection },
  { file: 'templates/raw/11-finalInspection.json', json: finalInspection },
  { file: 'templates/raw/12-deliveries.json', json: deliveries },
  { file: 'templates/raw/13-warranty.json', json: warranty },
  { file: 'templates/raw/14-serviceRequests.json', json: serviceRequests },
  { file: 'templates/raw/15-qualityIssues.json', json: qualityIssues },
  { file: 'templates/raw/16-satisfaction.json', json: satisfaction },
  { file: 'templates/raw/17-complaints.json', json: complaints },
  { file: 'templates/raw/18-customers.json', json: customers },
  { file: 'templates/raw/19-innovations.json', json: innovations },
  { file: 'templates/raw/20-compliance.json', json: compliance },
  { file: 'templates/raw/21-performanceTests.json', json: performanceTests },
];

export const referenceTemplates: readonly TemplateSource[] = [
  { file: 'templates/reference/enterprise-size.json', json: enterpriseSize },
  { file: 'templates/reference/industries.json', json: industries },
  { file: 'templates/reference/problem-kinds.json', json: problemKinds },
  { file: 'templates/reference/quality-tools.json', json: qualityTools },
  { file: 'templates/reference/regions.json', json: regions },
  { file: 'templates/reference/uscc.json', json: uscc },
];
