// Owns the words of seeing a home, of days and hours, of booking, moving and giving up a visit, and of deciding.
// The notation is that of thesaurus-grammar.ts.

export const VISIT: Readonly<Record<string, string>> = {
  see: "see seeing seen view views viewed viewing viewings tour tours touring visit* visita visitar ver verlo verla verlos ver_el mirar mirarlo conocer conocerlo conocerla showing showings show shows showed shown showin walkthrough walkthru walk_through inspect* inspeccion recorrido recorrer peek look_at look_around check_out check_it take_look have_look a_look come_look pop_by pop_over pop_in drop_by drop_in stop_by stop_in swing_by swing_round come_by come_over pass_by pasar ensen* mostrar* mostrarme muestra* open_house glimpse virtual facetime video_call walkthroughs view_it glance walkabout preview scope_out stop_over video_walkthrough recorrerlo pasar_a ir_a echar_un vistazo doy_una vuelta come_around come_check",
  appointment:
    "appointment* appt cita citas booking bookings slot slots reservation reserva timeslot horario horarios scheduled",
  schedule:
    "schedule schedules scheduling book books arrange arranging set_up setup agendar agenda coordinar coordinate programar reserve organize organise plan_a calendar line_up",
  meet: "meet meeting met encontrar* reunir* see_you nos_vemos meetup encuentro",
  availab:
    "availab* disponib* vacant vacancy open libre up_for on_market the_market off_market rented taken gone rentado rentada alquilado ocupado ocupada snapped grabbed leased let_out up_still unoccupied listed for_rent se_renta en_renta still_up filled",
  today: "today tonight hoy esta_noche",
  tomorrow: "tomorrow manana pasado_manana morrow",
  weekday:
    "monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo mondays tuesdays wednesdays thursdays fridays saturdays sundays sabados domingos weekday weekdays",
  weekend: "weekend weekends fin_de finde the_weekend",
  week: "week weeks semana semanas fortnight",
  month: "month months mes meses monthly mensual",
  month_name:
    "january february march april june july august september october november december enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre jan feb mar apr jun jul aug sep oct nov dec",
  year: "year years ano anos annual yearly anual",
  day_part: "morning afternoon evening noon midday tarde noche mediodia lunchtime night mornings evenings afternoons",
  hour: "am pm oclock hour hours hora horas half_past quarter minutes minute min",
  day: "day days dia dias date dates fecha fechas",
  time: "time times tiempo rato moment",
  soon: "soon asap quickly fast rapido pronto urgent* urgente earliest as_soon immediately immediate right_away promptly cuanto_antes",
  earlier: "earlier sooner antes mas_temprano temprano early",
  late: "late later tarde delayed delay running_late behind retraso atrasado tardar mas_tarde traffic stuck_traffic",
  instead: "instead rather en_vez en_lugar alternatively",
  resched:
    "reschedul* reagend* reprogram* postpon* rebook* push_it push_back push_to move_it move_to move_our move_my bump_it shift_it pospon* rain_check raincheck rearrange* aplazar mover cambiar_la cambiar_el cambiar_de another_time another_day otro_dia otra_hora otra_fecha different_time different_day new_time other_time",
  cancel:
    "cancel* call_off calling_off anul* scrap scratch free_up not_coming drop_the skip_the release_the back_out bow_out",
  conflict:
    "came_up something_came conflict clash overlap* got_called work_emergency double_booked tied_up called_in imprevisto surgio",
  make_it: "make_it make_that attend* asistir be_there show_up turn_up llegar podre",
  works:
    "works work_for suits suit sounds_good sounds_great works_for fine_for funciona sirve queda conviene fits ill_take well_take i_take count_me book_me put_me lock_in that_one pencil elijo escojo me_quedo go_with",
  doesnt_work: "doesnt_work dont_work not_work wont_work no_good none_of ninguno neither cant_do no_funciona no_sirve",
  confirm:
    "confirm* confirmo confirmad* consider_it all_set see_you still_on we_on on_for good_for nos_vemos ahi_estare alli_estare be_there ill_be set_for counting_on",
  on_my_way:
    "on_my on_way en_camino omw outside downstairs afuera parked here_now almost_there leaving_now lobby frente pulling_up im_here",
  found:
    "found signed signing secured went_with going_with landed chose chosen picked encontr* firme firmamos consegui conseguimos settled_on another_place somewhere_else otro_lugar other_place closed_on accepted_another found_one found_a found_another got_a_place signed_a signed_elsewhere committed committing took_another took_a bought_a buying_a renewing renewed renewed_my staying_where stay_where staying_here bird hotel_instead rented_another elsewhere ya_tengo ya_encontre ya_firme ya_renta firmado firmado_con otro_sitio otra_casa nos_quedamos decline declined declining pass passed respectfully",
  not_for:
    "no_interesa no_interesado no_interesada of_budget not_for for_me interested_anymore not_interested convence convencio off_list cross_off pass_on ill_pass well_pass passing_on rule_out withdraw* decided_against move_on moved_on moving_on plans_changed changed_mind not_moving fell_through staying_put no_thanks too_small too_big too_far too_expensive too_noisy too_dark too_loud muy_lejos muy_caro muy_pequeno muy_chico over_my out_of_my above_my over_budget deal_breaker didnt_like doesnt_like not_feel not_our not_what_we wasnt_what not_right count_me_out not_a_fit isnt_a_fit not_a_match outgrow smelled_of no_me_gusto no_es_para no_nos job_fell visa_denied transfer_cancelled lost_my_job broke_up",
  interest:
    "interest* interesa interesad* keen_on love_this love_the gusta gusto gustado encanta fell_in intrigued eyeing",
  decide:
    "decide* deciding decision decisions decidir consider* think thinking think_about pensar pienso pensarlo mull* sleep_on platic* consult* weigh* compare comparing debating on_fence unsure not_sure undecided talk_over discuss* run_by mulling evaluando torn between_yours between_this top_two top_three shortlist short_list narrowed weighing_options seeing_others other_viewings seeing_more two_more_places few_more_places until_friday give_me_until give_us_till need_time need_a_few need_a_day need_to_talk my_wife_needs partner_needs parents_need boss_needs hr_needs waiting_on waiting_for_my pending_my once_i_know when_i_know dont_know_yet dates_not_fixed not_decided sin_decidir lo_hablo lo_consulto lo_platico lo_pienso dejame_pensar comparando still_deciding mulling_it give_me let_me_talk revisar_con tengo_que_hablar hablar_con_mi ojala_pueda havent_decided cant_decide decidido",
  get_back:
    "get_back let_you be_in circle_back reach_out touch_base come_back follow_up aviso aviso_luego avisar escribo check_back te_digo report_back hit_you get_in keep_you revert",
  later_date:
    "later next_month next_year in_future mas_adelante despues_de some_day down_road not_yet not_ready por_ahora for_now hold_off on_hold quizas quiza maybe perhaps tal_vez couple_months few_months no_rush yet_to in_spring in_the_fall after_the_summer after_graduation next_semester few_weeks couple_weeks end_of_year new_year el_proximo el_ano_que another_time_maybe revisit revisit_this ping_you keep_me_posted keep_my_name back_burner no_hurry not_urgent just_browsing just_looking early_days exploring planning_ahead",
  wait: "wait waiting waited waits esper* patience on_hold pending hang_on hold_that",
  move: "move moves moving moved mudar* mudanza relocat* relocation move_in movein moving_in mudarme trasladar* reubicar*",
  from_when:
    "from_when starting start starts starting_on a_partir desde empez* comenz* beginning as_of commence* by_the available_from first_of",
  duration:
    "short_term long_term month_to mid_term minimum minimo min_stay stay stays staying estancia estadia extend* extension renew* temporary temporal semester summer winter nights noches plazo corto_plazo largo_plazo contract_length quedarme weeks_only month_only one_month two_months three_months six_months 3_months 6_months 12_months nine_months year_lease open_ended rolling through_june till_august until_december between_may internship_ends contract_ends weekly_rental nightly daily_rate holiday_rental vacation_rental mid_lease renewal renewable lease_length",
  other_unit:
    "other_unit other_place other_listing other_one something_else anything_else otro_departamento otro_cuarto otra_opcion bigger smaller cheaper larger mas_grande mas_barato mas_pequeno other_options other_apartments else_available similar_place wrong_listing wrong_ad wrong_unit different_unit portfolio inventory your_other any_others others_like another_apartment another_place another_unit another_room other_room other_rooms the_other other_studio other_bedroom two_bedroom_instead one_bedroom_instead bigger_one smaller_one cheaper_one cheaper_place cheaper_room larger_one more_rooms three_rooms several_units multiple_units other_properties other_homes else_on else_in else_near room_b apartment_b unit_b second_listing listing_on your_studio your_two your_one your_three your_listings the_one_with the_one_on instead_of_this not_this_one wrong_apartment wrong_link wrong_post wrong_message confused_with mixed_up otra_propiedad otros_departamentos otros_cuartos otro_apartamento otra_casa algo_mas_barato algo_mas_grande mas_economico mas_economica other_buildings other_locations similar_one similar_ones coming_up ground_floor_unit next_building whichever_is any_of_your que_mas_tiene que_otros alguno_otro some_other",
  weather:
    "rain raining snow snowstorm storm sun sunny weather ice_storm heat_wave hurricane nieve lluvia clima_hoy wind freezing_rain",
  travel:
    "flight flights airport plane fly flying land landing train_in trip travel traveling travelling travels vacation vuelo viaje avion boat driving_from hotel motel suitcase layover",
  event:
    "exam exams wedding funeral graduation birthday_party christmas thanksgiving holiday holidays conference meeting_ran interview interviews appointment_at_doctor dentist vet surgery rehearsal practice_ran class_ran jury_duty mechanic flat_tire car_broke babysitter sick flu fever covid hospital_visit",
  daily_part:
    "midnight sunset sunrise daylight after_work before_work lunch_break rush_hour anytime any_time all_day yesterday ayer anoche last_night",
  clock_word: "quarter_past half_past past half_nine thirty fifteen_past sharp noonish ish o_clock en_punto y_media",
  pick: "pick picks picking choose choosing option options opcion prefer_the second_one first_one last_one later_one earlier_one former latter sure_for elijo escojo prefiero seleccion aparta apuntame apunteme anotame put_down sign_me book_it take_the ill_do lets_do go_for grab_the reserve_me down_for works_best",
  push: "push bump shift slide swap nudge shuffle flip later_slot move_up move_back bring_forward earlier_slot adelantar adelantarla atrasar recorrer_la pasar_la pasarla cambiarla moverla correr_la change_it change_the change_our change_to",
  fail: "wont_make not_make cant_make cant_come cant_do not_able no_puedo no_podre no_llego no_voy out_for thursdays_out no_longer_feasible feasible impossible imposible unavailable not_feasible miss_it miss_our stuck_at",
  early_word: "early_morning first_thing sooner_rather mid middle_of late_afternoon end_of beginning_of",
  stuff:
    "stuff boxes box suitcase suitcases maletas luggage bags bag belongings cosas trailer truck_load pod movers_come",
  bird_in:
    "committed_to already_committed went_another chose_another picked_another chose_a picked_a picked_something chose_something accepted_a offered_me bid_accepted",
};
