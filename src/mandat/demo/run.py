from __future__ import annotations
import sys, time
from pathlib import Path
import shutil
from mandat.demo import founding, congress, recalling, checking
from mandat.demo.office import office
from mandat.demo.wards import wards as read_wards
t0=time.time()
def rep(name):
    def r(d,t): print(f"{time.time()-t0:6.2f} {name} {d}/{t}")
    return r
p=Path('/tmp/demo-out'); shutil.rmtree(p,ignore_errors=True); p.mkdir()
ws=read_wards()
w=next(x for x in ws if x.id.startswith('eilean'))
people=congress.register_of(ws)
with office(p/'record') as o:
    founding.found_federation(o)
    founding.enrol_wards(o,ws,w,rep('enrol'))
    founding.call_elections(o,ws); print(time.time()-t0)
    founding.count_wards(o,ws,rep('count'))
    print(sum(set(founding.elected(o,x))==set(x.winners) for x in ws), sum(founding.elected(o,x)==x.winners for x in ws))
    congress.form_caucuses(o,people); congress.meet(o); congress.elect_bureau(o,people)
    print([ (people[h].name,people[h].party.letters) for h in o.state.posts.holders('bureau')], congress.winner_takes_all(o))
    congress.elect_committee(o,people)
    print([ (people[h].name,people[h].party.letters) for h in o.state.posts.holders('committee')])
    print(time.time()-t0)
    r=recalling.recall(o,w,rep('recall'))
    print(r.lost,r.filled)
    x=recalling.overstep(o,people)
    print(x)
print(time.time()-t0)
v=checking.verify_directory(p/'record',lambda n: print(f"{time.time()-t0:6.2f} verify {n}"))
print(v.entries,v.acts,v.refused)
print(checking.tamper(p/'record',p/'record-tampered',150,lambda n:None))
print(time.time()-t0)
