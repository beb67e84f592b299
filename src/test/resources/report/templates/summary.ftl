<#ftl output_format="plainText">
<#-- Fit for a comment on a pull request. Values are escaped before they come here. -->
**${verdict}**

${run}

<#list changes as change, names>
${t('home.changes')}: **${t('change.' + change)}**
<#list names as name>
- ${name}
</#list>

</#list>
<#if red?has_content>
| ${t('summary.promise')} | ${t('summary.status')} | ${t('summary.measured')} | ${t('summary.limit')} | ${t('summary.scenario')} |
|---|---|---|---|---|
<#list red as row>
| ${row.ids} | ${t('status.' + row.mark)} | ${row.measured} | ${row.limit} | ${row.name} |
</#list>

<#if more gt 0>${t('summary.more', more)}</#if>
</#if>
