/**
 * Order of children and which of them must be there, for the elements that a task pane's manifest holds: [MS-OWEMXML]
 * OfficeAppManifestV1_1 and TaskPaneAppVersionOverridesV1_0. `*`: any number of them; `!`: required.
 */
const shape = (children) => children.split(' ').map((child) => ({ name: child.replace(/[*!]/g, ''), many: child.includes('*'), required: child.includes('!') }));

/** By name of the element; where the same name means two things, by its parent too. */
export const SHAPES = {
  OfficeApp: shape('Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! SupportUrl! AppDomains Hosts! Requirements DefaultSettings! Permissions! Dictionary VersionOverrides ExtendedOverrides'),
  AppDomains: shape('AppDomain*'),
  'OfficeApp/Hosts': shape('Host*!'),
  Requirements: shape('Sets Methods'),
  Sets: shape('Set*!'),
  DefaultSettings: shape('SourceLocation! RequestedWidth RequestedHeight'),
  VersionOverrides: shape('Description Requirements Hosts! Resources! WebApplicationInfo EquivalentAddins VersionOverrides'),
  'VersionOverrides/Hosts': shape('Host*!'),
  'VersionOverrides/Hosts/Host': shape('Runtimes AllFormFactors DesktopFormFactor MobileFormFactor'),
  DesktopFormFactor: shape('GetStarted FunctionFile ExtensionPoint*!'),
  GetStarted: shape('Title! Description! LearnMoreUrl!'),
  ExtensionPoint: shape('OfficeTab CustomTab OfficeMenu'),
  OfficeTab: shape('Group*!'),
  Group: shape('Label! Icon! Control*!'),
  Control: shape('Label! Supertip! Icon! Action! Enabled Items'),
  Supertip: shape('Title! Description!'),
  Action: shape('TaskpaneId SourceLocation! Title'),
  Icon: shape('bt:Image*!'),
  Resources: shape('bt:Images! bt:Urls! bt:ShortStrings! bt:LongStrings!'),
  'bt:Images': shape('bt:Image*!'),
  'bt:Urls': shape('bt:Url*!'),
  'bt:ShortStrings': shape('bt:String*!'),
  'bt:LongStrings': shape('bt:String*!'),
};
