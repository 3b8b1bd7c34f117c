<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>CaseSummary</name>
    <message>
        <source>1 device suffers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n devices suffer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 device</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 source</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sources</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsText</name>
    <message>
        <source>%1 phones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuted by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clears: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no evidence yet. Drop captures, traces or logs on the window; what they prove is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This evidence could not answer any check. What to collect stands in the guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check found anything wrong in this evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideText</name>
    <message>
        <source>● confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◐ likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ undetermined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence proves the cause by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One suspect explains what was seen far better than the others; it is not proven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one suspect explains what was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was looked for was observable, and nothing is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 suspects shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 suspects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 struck out by evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · +%2 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the numbers say yes to ‘%1’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the numbers say no to ‘%1’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you answered: yes to ‘%1’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you answered: no to ‘%1’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence: yes to ‘%1’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence: no to ‘%1’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shifts the weights, rules nothing out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all but rules out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never yes with: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rarely yes with: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sometimes yes with: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Often yes with: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually yes with: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always yes with: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cause is proven. No question is left whose answer would change that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing left to ask: nothing that was looked for is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question is left that would tell the remaining suspects apart. Only more evidence can: what to collect stands below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question is left that would tell the remaining suspects apart, and no evidence that we know how to read would either. The order above is the best that can be said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Alarm: transient connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm: device unregistered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm: device registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ARP reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ARP request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CDP announcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPACK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPDECLINE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPDISCOVER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPINFORM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPNAK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPOFFER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPRELEASE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPREQUEST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICMP unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LLDP announcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP broadcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP control message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP log line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP peer status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP private message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP peer poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP peer answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP system status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File authentication failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone resets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capabilities asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IpPort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KeepAlive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KeepAlive answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset by CUCM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time told to the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unregister</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unregister accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIP request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIP response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP connection closed (FIN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP bytes missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP retransmission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP connection reset (RST)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP connection asked for (SYN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP connection accepted (SYN, ACK)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TFTP acknowledgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TFTP service busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TFTP data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TFTP error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TFTP options accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TFTP file asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TFTP file offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUCM: device registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUCM: device unregistered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace has a gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUCM service starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrations, leases and events over time, in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> … and %1 characters more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would refute it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person; the evidence outweighs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check found anything that matters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From – to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no evidence: what stands here rests on answers alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clock of +2 s is two seconds ahead of the reference clock. All times in this report are corrected for it. The evidence itself was not altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed while reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proven by the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evidence shows no symptom and none was chosen, so nobody is suspected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evidence does not decide; first among the suspects is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no check found a fault in what the evidence covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would decide it stands under “What to do next”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds for what was seen. When each source could have seen something stands under “Sources”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none chosen, none shown by the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (chosen by a person)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (shown by the evidence)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none that a finding names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no source has times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the zone that the evidence names for the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: no source has times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources: %1, events: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symptom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Span of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (evidence)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2 (evidence)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2 (a person)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it would take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the evidence could not show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” rules out: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was eliminated, and by what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also cleared by the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What remains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions that narrow most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data end too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data contradict their own format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whittle cannot read this kind of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to do that there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file went away or shrank while it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system could not read or write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case file could not be read or written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file is not a Whittle case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case was written by a later Whittle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Whittle has the case open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that is not in the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undetermined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weakened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eliminated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one matched event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 matched events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>almost certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more likely than not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very unlikely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knowledge</name>
    <message>
        <source>DHCP server refuses the renewal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone asks to keep its address and the server says no (DHCPNAK). The phone must give the address up, and it resets to get another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the DHCP server, look at the scope and at the phone&apos;s lease: was the scope changed, the lease deleted, the address given to somebody else, or does a failover partner disagree? On a Cisco router: show ip dhcp binding, then debug ip dhcp server events until the next renewal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resets come at half of the lease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phones reset when half of their lease is over. That is when they ask to renew it, so it is the renewal that fails, although nobody has watched it fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture DHCP at the phone&apos;s port (UDP 67 and 68) over the next half of the lease, and see what the server answers to the renewal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCP server does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone&apos;s DHCP requests leave and nothing comes back. The phone keeps its address until the lease runs out, then it has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the DHCP service runs, that the phone&apos;s gateway relays to it (ip helper-address) and that nothing blocks UDP 67 between the phones and the server, also for unicast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No free addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DHCP server has no address left to give. Phones that have one keep it, phones that start get none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the DHCP server, compare the leases in use with the size of the scope (Cisco router: show ip dhcp pool). Enlarge the scope or shorten the lease.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second DHCP server answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unexpected DHCP server answers in the phones&apos; network, with other options. A phone that takes its offer finds neither the right router nor CUCM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the server&apos;s MAC address on the switch (show mac address-table address &lt;MAC&gt;), take it off the network and turn on DHCP snooping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address that the phone is given is used by another device. The phone declines it and starts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find who answers ARP for the address (show ip arp &lt;address&gt; on the router), give that device another address, or exclude it from the scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keepalives are lost on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone and CUCM keep up their connection with keepalives. Three lost in a row end the registration; the phone keeps its address and registers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture at the phone and at CUCM at the same time and see at which point the keepalives go missing. Then look at the links between: show interfaces (errors, drops), spanning tree, QoS, WAN load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something on the way closes the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall or another device between the phone and CUCM ends their TCP connection with a reset that neither of them sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the TTL of the reset with that of CUCM&apos;s other packets. On the firewall, look at the TCP idle timeout, the inspection of SCCP or SIP, and the logs at that moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone comes back in another VLAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone&apos;s port or its voice VLAN changed, so the phone starts again with an address of another subnet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the switch: show interfaces &lt;port&gt; switchport and show cdp neighbors &lt;port&gt; detail. Compare the voice VLAN with the one that it should be, and look who changed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUCM does not answer keepalives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phones&apos; keepalives arrive at CUCM and no answer leaves it: the server is overloaded or its CallManager service hangs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the node: show process load cpu, utils service list, and look for Code Yellow and for core files (utils core active list).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CallManager service restarted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CallManager service, or its whole server, went down and came back. All phones of the node lose their registration at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the node: utils service list and show status (uptime). Look in the system log for who or what restarted it, and for core files (utils core active list).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody reset the phones in CUCM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An administrator pressed Reset, Restart or Apply Config for the phones, or changed something that does it for all phones of a device pool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the audit log of that time (RTMT, AuditLog Viewer) and ask the administrators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone loses power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone starts from nothing: its power or its cable was interrupted. A group of phones at once means their switch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the switch: show power inline &lt;port&gt; and show logging. Change the cable, then the port, then the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do all phones suffer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All phones at once have something in common: CUCM, the DHCP server or a link. A few phones point at what only they share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask two people in other rooms and on other floors. In CUCM: Device &gt; Phone, compare the Status column with your list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are all phones that suffer in one office?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One office points at its network, its switches and its DHCP scope. Several offices have CUCM and the central servers in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the other offices whether they see it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are all phones that suffer on one switch?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One switch means power, a port, a VLAN or an uplink. Phones on several switches rule the single switch out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the switch: show cdp neighbors | include SEP. Or on each phone&apos;s web page: Network Statistics, Neighbor Device ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are all phones that suffer in one subnet?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A DHCP fault stays in the subnets of its scope. What an administrator does follows device pools, not subnets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In CUCM: Device &gt; Phone, compare the IP addresses of the phones that suffer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do only phones suffer that are new or were just restarted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a server has no addresses left, phones that have one keep it and only those that start suffer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whether a phone that ran all week has the trouble too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the resets of one phone come at regular times?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes like clockwork has a timer behind it: the half of a DHCP lease is the most usual one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note the last three or four resets of one phone (phone&apos;s web page: Status Messages) and compare the hours between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many hours are between two resets of one phone?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone asks to renew its address when half of the lease is over. Whether the resets come at that time tells whether it is DHCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtract the times of two resets that follow each other (phone&apos;s web page: Status Messages).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many hours is the DHCP lease?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of it is when the phones renew. A 72-hour lease is renewed after 36 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the DHCP server: lease duration of the scope (Cisco router: show running-config | section dhcp). On Windows: ipconfig /all on a PC of the same scope, Lease Obtained and Lease Expires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the resets come at a multiple of half of the lease?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A period that fits the lease is hardly ever chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the resets come at seven eighths or at the end of the lease?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of the lease comes into play when nobody answers the renewal, and seven eighths when another server answers instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the phone really restart, rather than only register again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone that lost its address or its power starts again. A phone that only lost CUCM keeps its address and registers again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch one phone: does it show &apos;Configuring IP&apos; or its boot screen, or only &apos;Registering&apos;? On its web page: Status Messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the display go dark, as if the plug were pulled?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a phone that loses its power goes dark at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch one phone, or ask somebody who saw it happen. On the switch: show logging | include ILPOWER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the phone come back with another IP address?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another address means that the phone had to give up the old one: DHCP or the VLAN. The same address speaks for CUCM, the path to it or power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note the address before and after (phone: Settings &gt; Network Configuration, or Device &gt; Phone in CUCM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did the user reset the phone or pull its plug?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then there is nothing to find, but it is easily forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the user about **#** and about the plug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was something changed shortly before it began?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New VLANs, a new device on the network or work on CUCM are often the whole story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the people who run the network, the servers and CUCM, each of them. In CUCM: the audit log (RTMT, AuditLog Viewer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the phones that suffer come in through a VPN?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A VPN loses keepalives and closes idle connections more easily than a LAN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whether the phones are at home or in an office with its own line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there a firewall between the phones and CUCM?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall can end a connection that it thinks idle or wrong. A no is often mistaken: a firewall module in a switch, or one that everybody forgot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace the route from the phones&apos; gateway to CUCM (traceroute &lt;CUCM&gt;) and ask for each hop what it is. On the core switch: show module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did the DHCP server refuse a renewal?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refusal that was seen needs no guessing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was a phone refused right after it had given its address back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such a refusal may only follow from the phone&apos;s own release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was every renewal acknowledged?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewals that work speak against DHCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did DHCP requests stay without an answer until the phone had no address?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A silence that was seen, where an answer would have been seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did a second DHCP server answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two servers that give different options cannot both be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the resets come at half of the lease, more often than chance?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals that fit the lease point at the renewal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did CUCM tell the phones to reset?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command that was seen explains the resets that follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did the phones of one node lose their registration within seconds?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What ends all registrations at once is at the server, or on a link that all share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did keepalives stay without an answer before the registration ended?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswered keepalives are lost on the way or not answered by CUCM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did a TCP reset end the registration?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reset comes from CUCM, from the phone or from something between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did phones boot without having closed their connection?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phone that had no time to say goodbye lost its power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones reset or re-register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My phone restarts by itself. Phones go to &apos;Registering&apos; now and then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones do not register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone stays at &apos;Registering&apos; and never gets a dial tone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones show the wrong time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock on my phone is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUCM does not synchronise its clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP does not synchronise. The servers&apos; clocks drift apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phone control from the messenger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I cannot dial from Communicator. It does not see my calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No presence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not see who is on the phone. Everybody looks offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The soft client does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUPC does not log in. Jabber does not connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I cannot make calls. My agents cannot reach anybody outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An upgrade or an installation fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upgrade stops with an error that says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review of a deployment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is broken yet. Is what we are about to do simple enough?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCP server {server} refuses renewals (refusals: {count}, phones: {phones})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} asked to keep its address and was answered with DHCPNAK. The server was there and said no: no packet was lost. A phone that is refused must give its address up, and that is the reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The refusals went to a phone that had moved to another subnet, or the phone had itself given the address back just before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {server}, look at the scope and at the lease of {device}: scope changed, lease deleted, address given away, failover partner disagreeing? On a Cisco router: debug ip dhcp server events until the next renewal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No renewal was refused by a DHCP server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} was refused right after its own Release (times: {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone gave its address back and asked for it again within a second. A server that has already processed the Release may refuse for that reason alone. So the refusal is real, and why is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A capture in which the renewal before the Release was acknowledged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture DHCP at the phone&apos;s port from before the next renewal (half of the lease), or compare the times of the resets with the lease.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every DHCP renewal seen was acknowledged (renewals: {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phones asked to keep their addresses and the server agreed each time. That speaks against a server that refuses or does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A renewal outside of the time or place that was captured and that was refused or not answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do here: look at the connection to CUCM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCP requests stay unanswered (requests: {count}, phones: {phones})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} asked to renew from half of its lease on and got no answer, until the lease ran out. The capture would have shown an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer in a capture at the DHCP server: then it is lost on the way back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the DHCP service runs and that the phones&apos; gateway relays to it: show running-config interface &lt;VLAN&gt;, line ip helper-address. Then capture at the server, to see whether the requests of {device} arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every DHCP request that was seen got its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second DHCP server answers: {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual server is {usual}. {server} answers too, with another router, subnet or other options, so a phone that takes its offer ends up in the wrong place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} is known and meant to answer here, for instance as a failover partner with the same options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find {server} on the switch (show ip arp {server}, then show mac address-table address &lt;MAC&gt;), take it off the network and turn on DHCP snooping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the usual DHCP server answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resets come every {hours} hours: half of the {lease-hours}-hour lease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {intervals} intervals between resets {hits} fit half of the DHCP lease. By chance that would happen with probability {p}. At half of the lease the phone asks to renew it, so it is the renewal that fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A renewal that is acknowledged while the phone resets all the same, or all phones resetting at the same time of the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture DHCP at the phone&apos;s port over the next half of the lease, and see what the server answers. On the DHCP server, look at the scope and its log at the times of the resets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resets do not follow the half of the DHCP lease.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resets come about every {hours} hours (intervals that fit: {hits})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The intervals between the resets of one phone are about the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More resets at other intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the DHCP lease, and with what is scheduled at these times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resets follow no period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DHCP lease is {hours} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken from the server&apos;s acknowledgements. Phones renew when half of it is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another lease time in a later acknowledgement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare half of it with the time between the resets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did phones give up their address before they registered again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones gave up their address before they registered again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Release, a refusal or a new search for an address came before the registration: the phone started anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A registration that came back on the same address with no DHCP in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at DHCP, at power and at resets by an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phones registered again and kept their address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUCM sent the phones a command: {type} (commands: {count}, phones: {phones})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command came from CUCM shortly before the registrations ended. Somebody pressed a button, or changed something that does it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resets of the same phones without such a command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reset from CUCM before any of the losses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones of node {node} dropped together ({phones} of {of})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their registrations ended within 5 seconds. What they have in common is the node, or a link that all of them use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones of the same node that stayed registered, or a node that ran through without a new start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On {node}: utils service list and show status (uptime), and look in the system log at that moment. If the service ran through, look at the links to {node}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phones did not lose their registration at the same moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keepalives stay unanswered (in a row: {count}, phones: {phones})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On connections where CUCM had answered before, three or more keepalives in a row got no answer, and then the registration ended. They, or the answers, are lost on the way; or CUCM did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same keepalives arriving at CUCM with no answer going out: then it is CUCM, not the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture at the phone and at CUCM at the same time (utils network capture on the node) and see where the keepalives or the answers go missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every keepalive that was seen before a loss was answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP resets end registrations (resets: {count}, from {sender})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection between phone and CUCM was closed by a reset that carries the address of {sender}. Something between the two may have sent it in its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same reset in a capture at {sender} itself, or a service there that stopped at that moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the TTL and the IP identification of the reset with other packets of {sender}, and capture on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No registration was ended by a TCP reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones started from nothing (phones: {phones})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They looked for an address without having given one back and without closing their connection to CUCM. So a phone does that loses its power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reset command, or a lost address, just before the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the switch: show power inline and show logging at that moment. Then cable, port and phone, one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phone started from nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All phones suffer ({suffering} of {of})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted over the registrations that ended without a known reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones outside of this evidence that do not suffer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what all phones have in common: CUCM, DHCP server, links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones that suffer: {suffering} of {of}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the clock of CUCM synchronised?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time is right: synchronised to {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node follows {server}, stratum {stratum}, reach {reach}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later status in which the server is lost, or phones that show another time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does CUCM fail to synchronise its clock?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of CUCM is not synchronised: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times in logs cannot be trusted between nodes, and phones may show a wrong time. It does not make phones reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later status that shows the node synchronised: it may only have needed time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the node: utils ntp status, twice, ten minutes apart. Then utils network capture port 123.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sign of a clock that is not synchronised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A capture at the phone&apos;s switch port, over at least one reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the switch: monitor session 1 source interface &lt;phone&apos;s port&gt; both, then monitor session 1 destination interface &lt;your port&gt;. In Wireshark, capture filter: port 67 or port 68 or port 69 or port 2000 or port 2443 or port 5060 or port 5061 or arp, also with vlan in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else shows both sides of DHCP and of the connection to CUCM as the phone sees them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A capture at CUCM, over at least one reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the node: utils network capture eth0 file phones count 100000 size all port 2000. Stop with Ctrl-C, then file get activelog platform/cli/phones.cap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows whether the phones&apos; keepalives arrive and whether CUCM answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A capture at the DHCP server, over at least half of a lease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the server, in Wireshark, capture filter: port 67 or port 68. Linux: tcpdump -i any -w dhcp_server.pcap port 67 or port 68.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows whether the requests arrive and what the server answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CallManager traces from all nodes, from before until after a reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTMT: Trace &amp; Log Central &gt; Collect Files &gt; Cisco CallManager, all nodes. The level must be Detailed (Cisco Unified Serviceability: Trace &gt; Configuration).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keepalives, registrations and resets of all phones, seen from CUCM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console log of one phone that resets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In CUCM, the phone&apos;s page: Web Access enabled, then Apply Config. In a browser: http://&lt;phone&apos;s address&gt;, Console Logs, save them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone itself says why it started again, for instance &apos;NAK received&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alarms of CUCM over several days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RTMT: SysLog Viewer &gt; node &gt; Application Logs &gt; CiscoSyslog, Save. Or on the node: file get activelog syslog/CiscoSyslog*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each loss of a registration with its reason, over days: that shows a period, and who suffers together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The NTP status of each node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On each node: utils ntp status. Save what it prints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It tells whether the times of the logs can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log of the DHCP server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows: the files DhcpSrvLog-*.log in C:\Windows\System32\dhcp. Cisco router: show ip dhcp binding and show ip dhcp conflict, saved as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shows what the server thinks that it gave, renewed and refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A description of the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write deployment.json, or fill in the site sheet: nodes with version and addresses, DHCP scopes with lease time, voice VLANs, phones with switch and VLAN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says what should be, so that what is can be compared with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block of {0} bytes contradicts itself. Nothing behind it can be found; everything before it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture holds no frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} packets are of SCCP over TLS (port 2443), which cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were more connections than are followed at once: {0} that had been quiet were forgotten, and taken for new ones if they spoke again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} packets of interest were split into IP fragments, of which only the first were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} packets of interest were cut short when they were captured (snap length); what is there was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} times the bytes where a message should begin were none; reading went on with a later segment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture ends within its file header, after {0} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} frames name an interface that the capture does not describe, so nobody can say what their bytes mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The capture describes more than {0} interfaces in a section; {1} more were not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} frames are of a link type that Whittle does not read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} datagrams on a port of {1} are no messages of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends in the middle of a record, of which {0} bytes are there; everything before it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record claims {0} bytes, which cannot be. Nothing behind it can be found; everything before it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A section does not begin with the byte-order mark but with {0}. Nothing behind it can be found; everything before it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A section is of pcapng version {0}, which Whittle does not know; everything before it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} bytes from {1} to {2} are missing in the capture before this frame; messages in them are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In all, {0} gaps of {1} bytes are in the connections of this capture; the first hundred are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} frames have a fraction of a second that is a second or more; it was added to their seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} frames carry no time; each is shown with the latest time before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this source went back {0} times, first at line {1}, at most by {2} seconds. Times are shown as written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is too long; only its first {0} bytes were looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lines were not understood; the first is line {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more lines have a date or time that cannot be one and were left out; the first is line {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text does not say when it was printed ({0} outputs, the first at line {1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} outputs do not say when they were printed, the first at line {1}; the time of the output beside them is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} records are about other things, such as calls ({1} further lines belong to records).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{0}&quot; cannot be a date and time; the line was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is UTF-16, which cannot be read yet. Save it as UTF-8 and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same file is already in the case, as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than {0} problems; only the first are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name promises {0}, its bytes are {1}: it was read as what its bytes are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format is not known ({0}). The file is kept as a source; nothing was read from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading failed at {0}: {1}. What came before it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file became shorter while it was read, at {0}. What came before it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle</name>
    <message>
        <source>Whittle cases (*.whittle)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::AboutWindow</name>
    <message>
        <source>Whittle is free software under the GNU General Public License, version 3 or later, without any warranty.

It stands on Qt and Qt SVG (LGPL 3), Qt Charts (GPL 3), SQLite (public domain), OpenSSL (Apache 2.0), spdlog, fmt and nlohmann/json (MIT).

It opens no network connection. Cisco is a trademark of Cisco Systems, which has no part in this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Whittle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whittle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whittle %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::CommandBox</name>
    <message>
        <source>Command: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::EventsModel</name>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2
by the source&apos;s own clock: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, which had this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::EventsPanel</name>
    <message>
        <source>Show keepalives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◂ Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later ▸</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1 events …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events, %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · the table holds only the first %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · rows %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide %1 keepalives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 train of %1 keepalives hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 trains of %2 keepalives hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected event is hidden by the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected event is not in this table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::EventsView</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::FileDialogs</name>
    <message>
        <source>Open case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save case as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::FilterBar</name>
    <message>
        <source>Search events  Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search events by kind, device, address or field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every word must occur in the kind, the device, an address or a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCP messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SCCP and SIP messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP messages and states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections opened, closed and reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alarms, ARP, TFTP, traces and the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what the timeline shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All devices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::FindingRow</name>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 check could not be answered from this evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 checks could not be answered from this evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter shows them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::GuidePanel</name>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This symptom is known by name only: there is no table of causes for it yet, so nothing can be narrowed down. The findings and the timeline are there all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another symptom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what the evidence shows. Choose another symptom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::GuideSections</name>
    <message>
        <source>Another question to choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 other questions to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ The evidence says %1, and that is what counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be surer, collect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it takes, and by how much it is expected to narrow the suspects down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::ImportPanel</name>
    <message>
        <source>Cancel all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss all that is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for evidence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading evidence: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 file read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n files read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>whittle::ImportRow</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try %1 again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::MainWindow</name>
    <message>
        <source>The case is now kept in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case can be read and not changed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Whittle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whittle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for causes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case.whittle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample case is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warehouse phones reset (sample)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The findings are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to add to this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to begin a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sa&amp;mple case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add evidence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save case as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export findings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last answer &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reader beside the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Whittle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (no longer there)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::QuestionCard</name>
    <message>
        <source>Next question · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next question: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I don’t know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes nothing, we go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer, a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this question?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last answer back ⌫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 open questions it narrows most for the minutes it costs: %2 bit expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer is expected to narrow by %1 bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People often err here, so an answer counts for less than usual.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::SceneWords</name>
    <message>
        <source>evidence ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unregistered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restarted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>configuration applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keepalives lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved to another node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended, reason unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced by another address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registration token rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unregistration request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unregistration accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset ordered by CUCM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone&apos;s alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP connection closed (FIN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP connection reset (RST)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP retransmission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing bytes in a TCP connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TFTP file request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TFTP error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICMP unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIP response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registered · %1</source>
        <comment>node of CUCM</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lease %1</source>
        <comment>how long</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lease of %1</source>
        <comment>address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPNAK: renewal refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPNAK: the address from before is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPNAK: request refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPREQUEST: renewal not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DHCPREQUEST: not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>what happened, how often</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n other phones</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no unexplained reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n other NTP clients</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>NTP  %1</source>
        <comment>name or address of the client</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offset to %1, stratum %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within ± %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off by up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 grid: half of the %2 lease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet: no evidence with times has been read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::Session</name>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::SeverityMark</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not observable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::SourcesModel</name>
    <message>
        <source>Corrected, in the zone %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::SourcesPanel</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the selected source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file itself is left alone; it can be added again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence has been added yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::StartPage</name>
    <message>
        <source>Whittle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why do the phones reset?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whittle reads what the phones, the servers and the network left behind, and cuts away every cause that does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop evidence here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captures, CUCM traces, phone console logs, NTP status, archives, whole folders — or a case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files are read, never altered, and nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add evidence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does “it doesn’t work” mean?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not covered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start without evidence: answer questions and see what remains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. A case is made by itself as soon as there is evidence, and is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::SuspectBoard</name>
    <message>
        <source>Suspects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all %1 suspects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspect, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weakened, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eliminated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is, what speaks for and against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the answer that struck it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is this one:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>− %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::SymptomChooser</name>
    <message>
        <source>What is wrong?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“It doesn’t work” has many meanings. Take the one that comes closest; it can be changed at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known by name only: there is nothing to narrow these with yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::TimelineFigure</name>
    <message>
        <source>All events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and one more lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more lanes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>whittle::TimelineView</name>
    <message>
        <source>%1 events in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen: no source that shows this device covers this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lanes, %2 to %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll the lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag to pan · wheel to zoom · F next finding</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::TopBar</name>
    <message>
        <source>Export findings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to give the case a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are shown in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::Workspace</name>
    <message>
        <source>Border between timeline and guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Border between timeline and findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Border between events and reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings, events and sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::WrapButton</name>
    <message>
        <source>Key %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::ZoneMenu</name>
    <message>
        <source>&amp;Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – the site’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – this computer’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::importtext</name>
    <message>
        <source>almost done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already in this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled, nothing of it was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>whittle::sourcetext</name>
    <message>
        <source>frame %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was noticed while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clock of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees, ± %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ahead, ± %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 behind, ± %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this source happens in another one too, so its clock is taken as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All other clocks are told against this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It rests on 1 matched event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It rests on %n matched events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It drifts by %1 ppm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for your information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
